/** The fields of which times are made, by number: the values of a time lie in one array. */

/** The letters of the fields in templates; a field's number is its place here. */
export const FIELDS = "YyMDNWLhmsST";
export const [YEAR, SHORT_YEAR, MONTH, DAY, MONTH_NAME, WEEKDAY, LEVEL, HOUR, MINUTE, SECOND, SECONDS, MILLISECONDS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
] as const;
/** Most digits of a field, the fewest, and the greatest value. */
export const DIGITS_MAX = [4, 2, 2, 2, 0, 0, 0, 2, 2, 2, 10, 13];
export const DIGITS_MIN = [4, 2, 1, 1, 0, 0, 0, 1, 2, 2, 10, 13];
export const VALUE_MAX = [2100, 99, 31, 31, 0, 0, 0, 24, 59, 60, 4e9, 4e12];
/** These two follow the seconds and have no letter of their own. */
export const MILLISECOND = 12;
export const ZONE = 13;
/** So many values has a time. */
export const TIME_VALUES = 14;

/** Milliseconds since 1970, or since midnight where there is no date. */
export function milliseconds(values: Float64Array): number {
  const part = (field: number) => values[field] ?? 0;
  if (part(MILLISECONDS) > 0) return part(MILLISECONDS);
  if (part(SECONDS) > 0) return part(SECONDS) * 1_000 + part(MILLISECOND);
  const clock = ((part(HOUR) * 60 + part(MINUTE)) * 60 + part(SECOND)) * 1_000 + part(MILLISECOND);
  if (part(DAY) === 0) return clock;
  const year = part(YEAR) || (part(SHORT_YEAR) ? 2_000 + part(SHORT_YEAR) : 2_000);
  let [month, day] = [part(MONTH_NAME) || part(MONTH), part(DAY)];
  if (month > 12) [month, day] = [day, month]; // 21/11/2026: the day came first
  return Date.UTC(year, month - 1, day) + clock - part(ZONE);
}
