/** A file and its path in the folder it came with, e.g. "export/users.csv"; its name where it came alone. */
export type FolderFile = { file: File; path: string };

export const withPath = (file: File): FolderFile => ({ file, path: file.webkitRelativePath || file.name });

/** Files read from dropped folders; the validator takes no more in one check. */
const mostFiles = 500;
const tooMany = "The folder holds too many files for one check.";

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
      if (files.length === mostFiles) throw new Error(tooMany);
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

/** All files behind what was chosen in the file system's own dialog. Rejects as `readFolders` does. */
export const readHandles = async (handles: readonly FileSystemHandle[]): Promise<FolderFile[]> => {
  const files: FolderFile[] = [];
  const read = async (handle: FileSystemHandle, folder: string): Promise<void> => {
    if (handle instanceof FileSystemFileHandle) {
      if (files.length === mostFiles) throw new Error(tooMany);
      files.push({ file: await handle.getFile(), path: folder + handle.name });
      return;
    }
    // Newer than the types of TypeScript's library.
    const { values } = handle as unknown as { values: () => AsyncIterable<FileSystemHandle> };
    for await (const each of values.call(handle)) await read(each, `${folder}${handle.name}/`);
  };
  for (const handle of handles) await read(handle, "");
  return files;
};
