/** Files by the path they were chosen under: "export/users.csv". */
export type ChosenFiles = { files: File[]; paths: string[] };

/** Files of an input; a folder input gives paths. */
export const filesOfInput = (list: FileList): ChosenFiles => {
  const files = [...list];
  return { files, paths: files.map((file) => file.webkitRelativePath || file.name) };
};

const readEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Hidden files of a system ("__MACOSX", ".DS_Store") are not what a person chose. */
const isHidden = (name: string): boolean => name.startsWith(".") || name === "__MACOSX";

const walk = async (entry: FileSystemEntry, chosen: ChosenFiles): Promise<void> => {
  if (isHidden(entry.name)) return;
  if (entry.isFile) {
    chosen.files.push(await fileOf(entry as FileSystemFileEntry));
    chosen.paths.push(entry.fullPath.replace(/^\//, ""));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives at most a hundred entries at a time.
  for (let batch = await readEntries(reader); batch.length > 0; batch = await readEntries(reader)) {
    for (const child of batch) await walk(child, chosen);
  }
};

/** Files and whole folders of a drop. Entries must be taken before the first await: the drop's data is gone after. */
export const filesOfDrop = async (transfer: DataTransfer): Promise<ChosenFiles> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const chosen: ChosenFiles = { files: [], paths: [] };
  for (const entry of entries) await walk(entry, chosen);
  return chosen;
};
