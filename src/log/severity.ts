/** How bad a status is: its class; what is above 599 counts as 5. */
export function severity(code: number): number {
  return Math.min(5, Math.floor(code / 100));
}
