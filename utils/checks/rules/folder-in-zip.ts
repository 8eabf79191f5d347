import { needNothing } from "../needs.ts";
import { oneRosterFormats } from "../one-roster.ts";
import type { Rule } from "../rule.ts";

/** The folder inside the zip in which a file lies: "export" of "package.zip/export/users.csv". */
const folderOf = (name: string): string | undefined => /\.zip\/(.+)\/[^/]+$/i.exec(name)?.[1];

/** Zips whose files lie in a folder instead of at the top. */
export const rule: Rule = {
  id: "folder-in-zip",
  outcome: "warning",
  consequence: "file-refused",
  whoCanFix: "person-uploading",
  source:
    "IMS OneRoster CSV tables: manifest.csv and the other files are at the root of the zip, without folders",
  certain: true,
  formats: oneRosterFormats,
  needs: needNothing,
  *check(context) {
    // What is not part of the roster may lie where it likes.
    const names = [...context.files.values()].map(({ table }) => table.file.name);
    const inFolders = names.filter((name) => folderOf(name) !== undefined);
    const [first] = inFolders;
    if (first === undefined) return;
    yield {
      count: inFolders.length,
      args: { file: first, folder: folderOf(first) ?? "" },
      places: inFolders.map((file) => ({ file })),
    };
  },
};
