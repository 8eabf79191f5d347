import type { Section } from "../roster/roster.ts";

/** How a receiver treats what a file holds, as far as it is published. */
export type Receiver = {
  /** Only homerooms, and students in one, are taken. */
  homeroomOnly: boolean;
  /** Students need a class that exists: those of a new one come a cycle later. */
  newClassWaits: boolean;
  /** People and classes are matched on their Internal ID alone, so a new id makes a second record. */
  matchesOnId: boolean;
  /** A file that holds a student makes them active again. */
  reactivates: boolean;
};

/** Sources: CLI Engage wiki pages/141230089 (requirements), 1327497311 and 275218517 (Universal Roster), 195166210. */
const cliEngage: Receiver = { homeroomOnly: true, newClassWaits: true, matchesOnId: true, reactivates: true };

/** Without a named receiver the plan says what changes and assumes nothing of what is made of it. */
const anyReceiver: Receiver = {
  homeroomOnly: false,
  newClassWaits: false,
  matchesOnId: true,
  reactivates: false,
};

export const receiverOf = (system: string | undefined): Receiver =>
  system === "cli-engage" ? cliEngage : anyReceiver;

/** What of a section says where its students are. */
export type PlacingSection = Pick<Section, "title" | "homeroom">;

type Places = (section: PlacingSection | undefined) => boolean;

const everywhere: Places = () => true;
const inHomerooms: Places = (section) => section === undefined || section.homeroom;

/** Whether a section places its students with this receiver; one that is not described is taken as it stands. */
export const placesWith = ({ homeroomOnly }: Receiver): Places => (homeroomOnly ? inHomerooms : everywhere);

/** Whether that is so of every section, whatever it is. */
export const placesAll = (places: Places): boolean => places === everywhere;

/** Ids of the receivers a check may name; what they make of files is in formats. */
export { systems } from "../formats/receiver.ts";
