import type { Fault } from "./fault.ts";
import { headerFaults } from "./headers.ts";
import { oneRosterFaults } from "./one-roster.ts";
import { oneRosterPeopleFaults } from "./one-roster-people.ts";
import { peopleFaults } from "./people.ts";
import { metadataFaults, previousFaults } from "./previous.ts";
import { nycFaults, ohioFaults } from "./states.ts";
import { structureFaults } from "./structure.ts";
import { valueFaults } from "./values.ts";

/** Every fault that can be planted, by the id of the rule that finds it. */
export const faults: readonly Fault[] = [
  ...valueFaults,
  ...structureFaults,
  ...headerFaults,
  ...peopleFaults,
  ...oneRosterFaults,
  ...oneRosterPeopleFaults,
  ...nycFaults,
  ...ohioFaults,
  ...previousFaults,
  ...metadataFaults,
].sort((a, b) => (a.rule < b.rule ? -1 : 1));

export const findFault = (rule: string): Fault | undefined => faults.find((fault) => fault.rule === rule);
