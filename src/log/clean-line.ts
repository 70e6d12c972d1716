/** Lines as their program wrote them: without colors, and taken out of the JSON that Docker puts around them. */
import { BACKSLASH, DIGIT, is, NEWLINE, QUOTE } from "./ascii.js";

export interface CleanLine {
  bytes: Uint8Array;
  start: number;
  end: number;
}

const ESCAPE = 27;
const BELL = 7;

/** Takes out ANSI sequences (`ESC [ … m`, `ESC ] … BEL`). `room` must hold the line; it is written over. */
export function stripColors(line: CleanLine, room: Uint8Array): void {
  let to = 0;
  for (let at = line.start; at < line.end; at++) {
    if (line.bytes[at] === ESCAPE) at = sequenceEnd(line.bytes, at + 1, line.end);
    else if (isRemnant(line.bytes, at, line.end)) at = sequenceEnd(line.bytes, at, line.end);
    else room[to++] = line.bytes[at] ?? 0;
  }
  setToRoom(line, room, to);
}

/** Ends like any line: what the line before left in the room does not stand behind it. */
function setToRoom(line: CleanLine, room: Uint8Array, end: number): void {
  room[end] = NEWLINE;
  line.bytes = room;
  line.start = 0;
  line.end = end;
}

/** "[33m", "[0m": a color whose escape character was lost on the way. */
function isRemnant(bytes: Uint8Array, from: number, end: number): boolean {
  if (bytes[from] !== 91) return false;
  let at = from + 1;
  while (at < end && at - from < REMNANT_MAX_BYTES && (is(bytes[at], DIGIT) || bytes[at] === 59)) at += 1;
  return at > from + 1 && at < end && bytes[at] === 109;
}

const REMNANT_MAX_BYTES = 12;

/** The last byte of the sequence that goes on at `at`. */
function sequenceEnd(bytes: Uint8Array, at: number, end: number): number {
  const isTitle = bytes[at] === 93;
  let to = bytes[at] === 91 || isTitle ? at + 1 : at;
  while (to < end && (isTitle ? bytes[to] !== BELL : !endsSequence(bytes[to] ?? 0))) to += 1;
  return Math.min(to, end);
}

function endsSequence(byte: number): boolean {
  return byte >= 64 && byte <= 126;
}

const ESCAPES: Record<number, number> = { 110: 32, 114: 32, 116: 9, 98: 32, 102: 32 };

const DOCKER = new TextEncoder().encode('{"log":"');

/** Takes the text out of `{"log":"text\n","stream":"stdout",…}`; other lines stay as they are. */
export function unquote(line: CleanLine, room: Uint8Array): void {
  if (!DOCKER.every((byte, index) => line.bytes[line.start + index] === byte)) return;
  const from = line.start + DOCKER.length;
  let to = 0;
  for (let at = from; at < line.end && line.bytes[at] !== QUOTE; at++) {
    const byte = line.bytes[at] ?? 0;
    if (byte !== BACKSLASH) room[to++] = byte;
    else {
      at += 1;
      const escaped = line.bytes[at] ?? 0;
      if (escaped === 117) {
        room[to++] = Number.parseInt(String.fromCharCode(...line.bytes.subarray(at + 1, at + 5)), 16) & 127 || 63;
        at += 4;
      } else room[to++] = ESCAPES[escaped] ?? escaped;
    }
  }
  while (to > 0 && (room[to - 1] ?? 0) <= 32) to -= 1;
  setToRoom(line, room, to);
}
