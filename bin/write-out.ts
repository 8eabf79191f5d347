import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Around } from "./command.ts";
import { tryTo } from "./open-paths.ts";

type Pieces = Iterable<string> | AsyncIterable<string>;

/** Writes pieces of text to a file, or to stdout when none is named, never faster than they are taken. */
export const writeOut = async (
  pieces: Pieces,
  out: string | undefined,
  { root, stdout }: Pick<Around, "root" | "stdout">,
): Promise<void> => {
  const source = () => Readable.from(pieces, { objectMode: true });
  if (out !== undefined) {
    await tryTo("write", out, () => pipeline(source(), createWriteStream(resolve(root, out))));
    return;
  }
  try {
    await pipeline(source(), stdout, { end: false });
  } catch (error) {
    // A reader that stops early ("| head") is no fault.
    if (!(error instanceof Error && "code" in error && endings.has(String(error.code)))) throw error;
  }
};

const endings = new Set(["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"]);
