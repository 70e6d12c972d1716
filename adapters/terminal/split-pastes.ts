/**
 * Tells what is pasted from what is typed: by the marks that terminals put around a paste when asked to, and without them
 * by lines that arrive at once, which nobody types. https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode
 */
import { ENTRY_MAX_CHARS } from "./entry.js";

export const BRACKETED_PASTE_ON = "\u001b[?2004h";
export const BRACKETED_PASTE_OFF = "\u001b[?2004l";
const PASTE_START = "\u001b[200~";
const PASTE_END = "\u001b[201~";

export interface PasteHandlers {
  /** What was typed, keys of one line that was pasted included. */
  keys(text: string): void;
  /** Several lines. `marked`: the terminal has said that they are one paste. */
  paste(text: string, marked: boolean): void;
}

export interface PasteSplitter {
  push(chunk: string): void;
}

/** Silence that ends lines which arrive without marks. */
const GAP_MS = 50;

export function createPasteSplitter({ keys, paste }: PasteHandlers): PasteSplitter {
  let inPaste = false;
  let held = "";
  let collected = "";
  let gap: NodeJS.Timeout | undefined;

  function finishPaste(): void {
    const text = unifyLines(collected);
    collected = "";
    inPaste = false;
    if (text.trim().includes("\n")) paste(text, true);
    else keys(text.replace(CONTROLS, " ").trim());
  }

  function finishBurst(): void {
    const text = unifyLines(collected);
    collected = "";
    gap = undefined;
    paste(text, false);
  }

  function take(text: string): void {
    if (text === "") return;
    if (inPaste || gap || isSeveralLines(text)) collected += text.slice(0, ENTRY_MAX_CHARS - collected.length);
    if (inPaste) return;
    if (gap || collected !== "") {
      clearTimeout(gap);
      gap = setTimeout(finishBurst, GAP_MS);
    } else keys(text);
  }

  return {
    push: (chunk) => {
      let text = held + chunk;
      for (;;) {
        const mark = inPaste ? PASTE_END : PASTE_START;
        const at = text.indexOf(mark);
        if (at < 0) break;
        take(text.slice(0, at));
        if (inPaste) finishPaste();
        else inPaste = true;
        text = text.slice(at + mark.length);
      }
      const kept = inPaste ? beginningOf(PASTE_END, 1, text) : beginningOf(PASTE_START, 2, text); // a lone escape is a key
      held = text.slice(text.length - kept);
      take(text.slice(0, text.length - kept));
    },
  };
}

const CONTROLS = /[\u0000-\u001f\u007f]/g;

/** In raw mode, a terminal sends what Enter sends. */
function unifyLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function isSeveralLines(text: string): boolean {
  return /[\r\n][^\r\n]/.test(text);
}

/** How much of a mark the text ends with, if it is enough: the rest may be on its way. */
function beginningOf(mark: string, enough: number, text: string): number {
  for (let length = mark.length - 1; length >= enough; length--)
    if (text.endsWith(mark.slice(0, length))) return length;
  return 0;
}
