/** A file of a folder and its path in it, e.g. "export/users.csv". */
export type FolderFile = { file: File; path: string };

/** Files read from dropped folders; the validator takes no more in one check. */
const mostFiles = 500;

/** The folders and files of a drop, or undefined when no folder is among them. Only while the drop is handled. */
export const foldersOf = ({ dataTransfer }: DragEvent): FileSystemEntry[] | undefined => {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.some(({ isDirectory }) => isDirectory) ? entries : undefined;
};

const listOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** All files in these entries. Rejects when one cannot be read or when there are too many. */
export const readFolders = async (entries: readonly FileSystemEntry[]): Promise<FolderFile[]> => {
  const files: FolderFile[] = [];
  const read = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile) {
      if (files.length === mostFiles) throw new Error("The folder holds too many files for one check.");
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      );
      files.push({ file, path: entry.fullPath.replace(/^\//, "") });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // A reader gives a hundred at a time, and nothing when it has given all.
    for (let some = await listOf(reader); some.length > 0; some = await listOf(reader)) {
      for (const each of some) await read(each);
    }
  };
  for (const entry of entries) await read(entry);
  return files;
};
