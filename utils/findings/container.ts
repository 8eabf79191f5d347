const inZip = /^.*\.zip\//i;

/**
 * The zip all files of a report came in, as their names begin with it ("export.zip/"), or "". In sentences it would say
 * nothing new. The zip's own name may be among them: it is listed when it could not be read to its end.
 */
export const containerOf = (names: readonly string[]): string => {
  const container = inZip.exec(names.find((name) => inZip.test(name)) ?? "")?.[0] ?? "";
  const isShared = names.every((name) => name.startsWith(container) || container.startsWith(`${name}/`));
  return isShared ? container : "";
};

/** "export.zip/users.csv" is "users.csv" in the container "export.zip/". */
export const withoutContainer = (file: string, container: string): string =>
  file.startsWith(container) ? file.slice(container.length) : file;

/** How files are named among the files of one report. */
export const nameFilesOf = (names: readonly string[]): ((file: string) => string) => {
  const container = containerOf(names);
  return (file) => withoutContainer(file, container);
};
