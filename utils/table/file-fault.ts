import type { FileProblem, ProblemKind } from "./table.ts";

/** What went wrong with a file while its bytes were read, carried by the error that ended the reading. */
type FileFault = { kind: ProblemKind; args: FileProblem["args"] };

/** An error that stands for a fault of the file, not for one of ours. */
export const fileFault = (kind: ProblemKind, args: FileProblem["args"] = {}): Error =>
  new Error(`The file cannot be read: ${kind}.`, { cause: { kind, args } satisfies FileFault });

/** The fault an error stands for; undefined when the error is ours (or a cancel), and must be thrown on. */
export const faultOf = (error: unknown): FileFault | undefined => {
  if (!(error instanceof Error)) return undefined;
  // A blob whose file was changed, moved or deleted after it was chosen; Chromium's streams say "network error".
  if (
    error.name === "NotFoundError" ||
    error.name === "NotReadableError" ||
    /network error/i.test(error.message)
  ) {
    return { kind: "file-changed", args: {} };
  }
  const cause = error.cause;
  return typeof cause === "object" && cause !== null && "kind" in cause && "args" in cause
    ? (cause as FileFault)
    : undefined;
};
