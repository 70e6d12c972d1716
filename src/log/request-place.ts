/** Where a request went, as it is counted and compared. */
import { createPathFolder, type FoldedPath } from "./fold-path.js";
import type { LogPart } from "./log-part.js";
import { createMethodNames } from "./method-names.js";
import { hashPath } from "./path-hash.js";
import type { RequestSpan } from "./request.js";

export interface RequestPlace {
  /** Empty when the line has none. */
  readonly method: string;
  readonly path: FoldedPath;
  /** Hash of the path as it stood, 0 without one. */
  readonly exact: number;
}

export interface PlaceReader extends LogPart {
  read(bytes: Uint8Array, span: RequestSpan): RequestPlace;
}

export function createPlaceReader(): PlaceReader {
  const paths = createPathFolder();
  const methods = createMethodNames();
  return {
    read: (bytes, span) => ({
      method: methods.nameAt(bytes, span),
      path: paths.fold(bytes, span.pathFrom, span.pathTo),
      exact: hashPath(bytes, span.pathFrom, span.pathTo),
    }),
    forget: () => {
      paths.forget();
      methods.forget();
    },
  };
}
