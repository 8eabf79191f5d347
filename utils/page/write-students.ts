import type { PageRoster } from "../messages/contracts.ts";

type Students = PageRoster["students"];

/** Records that are written down at once: some two milliseconds' work. */
const perSlice = 500;

/**
 * A roster's students as they are sent. More than a slice of them go as text, a slice at a time: the browser clones a
 * message in one piece, and thousands of small records take it longer than a page may be kept waiting.
 */
export const writeStudents = async (
  students: Students,
  breathe: () => Promise<void>,
): Promise<Students | string> => {
  if (students.length <= perSlice) return students;
  const slices: string[] = [];
  for (let at = 0; at < students.length; at += perSlice) {
    await breathe();
    slices.push(JSON.stringify(students.slice(at, at + perSlice)).slice(1, -1));
  }
  await breathe();
  return `[${slices.join()}]`;
};

export type SentRoster = Omit<PageRoster, "students"> & { students: Students | string };

/** A roster as it is sent, and a print that changes when it does. */
export const writeRoster = async (
  roster: PageRoster,
  breathe: () => Promise<void>,
): Promise<{ sent: SentRoster; print: string }> => {
  const students = await writeStudents(roster.students, breathe);
  const { students: _, ...rest } = roster;
  const text = typeof students === "string" ? students : JSON.stringify(students);
  return { sent: { ...roster, students }, print: `${JSON.stringify(rest)} ${text}` };
};

/** The rosters of one page, with a print of them all. */
export const writeRosters = async (
  rosters: readonly PageRoster[],
  breathe: () => Promise<void>,
): Promise<{ sent: SentRoster[]; print: string }> => {
  const sent: SentRoster[] = [];
  const prints: string[] = [];
  for (const roster of rosters) {
    const written = await writeRoster(roster, breathe);
    sent.push(written.sent);
    prints.push(written.print);
  }
  return { sent, print: prints.join(" ") };
};
