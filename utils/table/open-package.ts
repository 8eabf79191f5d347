import { blobFile } from "./byte-reader.ts";
import { faultOf } from "./file-fault.ts";
import type { Opened, OpenOptions } from "./open-options.ts";
import { fatalProblem } from "./problems.ts";
import { readCsv } from "./read-csv.ts";
import type { SourceFile } from "./source.ts";

export type { Opened, OpenOptions, Progress } from "./open-options.ts";

/** Reads every file of a package, in order; one that cannot be read never stops the rest. */
export async function* openPackage(
  sources: readonly SourceFile[],
  options: OpenOptions = {},
): AsyncGenerator<Opened> {
  for (const { name, blob } of sources) {
    options.signal?.throwIfAborted();
    try {
      yield await readCsv(blobFile(name, blob), options);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      yield { file: name, problems: [fatalProblem(fault.kind, name, fault.args)] };
    }
  }
}
