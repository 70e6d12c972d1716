import type { LogPart } from "./log-part.js";
import type { RequestSpan } from "./request.js";

export interface MethodNames extends LogPart {
  /** The method as a string; empty when the line has none. Each name is made once. */
  nameAt(bytes: Uint8Array, span: RequestSpan): string;
}

export function createMethodNames(): MethodNames {
  const names = new Map<number, string>();
  return {
    nameAt: (bytes, { methodFrom, methodTo }) => {
      if (methodTo === 0) return "";
      let key = 0;
      for (let at = methodFrom; at < methodTo; at++) key = (Math.imul(key, 32) + (bytes[at] ?? 0)) | 0;
      let name = names.get(key);
      if (name === undefined) {
        name = String.fromCharCode(...bytes.subarray(methodFrom, methodTo)).toUpperCase();
        names.set(key, name);
      }
      return name;
    },
    forget: () => names.clear(),
  };
}
