/**
 * Formats that Rosterguard recognises by columns only they have, so that their files are named instead of being taken
 * for OneRoster 1.1, whose file names several of them share.
 */
const others: readonly { title: string; marks: readonly string[] }[] = [
  {
    title: "OneRoster 1.2",
    marks: ["userMasterIdentifier", "primaryOrgSourcedId", "roleType", "profileType"],
  },
  { title: "OneRoster 1.0", marks: ["schoolYearId", "metadata.duration", "agents"] },
  { title: "Microsoft SDS 2.1", marks: ["sessionSourcedIds", "relationshipUserSourcedId", "ethnicityCodes"] },
  { title: "Microsoft SDS 1", marks: ["SIS ID", "Section SIS ID", "School SIS ID"] },
  { title: "Clever SFTP", marks: ["School_id", "Section_id", "Student_number"] },
];

/** The sentence that names another format when at least two of its marks are there. */
export const findOtherFormat = (files: readonly { header: readonly string[] }[]): string | undefined => {
  const seen = new Set(files.flatMap((file) => file.header.map((name) => name.trim())));
  for (const { title, marks } of others) {
    const found = marks.filter((mark) => seen.has(mark));
    if (found.length >= 2) {
      return `the columns ${found.join(", ")} belong to ${title}, which Rosterguard does not check`;
    }
  }
  return undefined;
};
