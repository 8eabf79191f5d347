/**
 * Formats that Rosterguard recognises by columns only they have and does not check, so that their files are named instead
 * of being taken for a format of the catalogue, whose file names they share.
 */
type Other = {
  title: string;
  /** Headers as written; two different ones tell the format. */
  marks: readonly string[];
  /** Headers with which it cannot be this one. */
  unless?: readonly string[];
};

const others: readonly Other[] = [
  { title: "OneRoster 1.0", marks: ["schoolYearId", "metadata.duration", "agents"] },
  {
    title: "Microsoft SDS 2, the version before 2.1",
    marks: ["orgSourcedIds", "grade"],
    unless: ["enabledUser", "status", "dateLastModified"],
  },
];

/** The sentence that names another format when at least two of its marks are there. */
export const findOtherFormat = (files: readonly { header: readonly string[] }[]): string | undefined => {
  const seen = new Set(files.flatMap((file) => file.header.map((name) => name.trim())));
  for (const { title, marks, unless = [] } of others) {
    const found = marks.filter((mark) => seen.has(mark));
    if (found.length >= 2 && !unless.some((name) => seen.has(name))) {
      return `the columns ${found.join(", ")} belong to ${title}, which Rosterguard does not check`;
    }
  }
  return undefined;
};
