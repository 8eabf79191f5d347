import type { Report } from "../findings/report.ts";
import type { EditVerdict } from "../guard/edit.ts";
import type { PortalPage } from "../portals/profile.ts";
import type { CardNews } from "./card-contracts.ts";
import type { Carried } from "./contracts.ts";

/** A result across contexts; an Error does not clone everywhere. `problem` is a sentence for a person. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: string };

/** What the content script needs to work on this page. All words are made in the background, in the LEA's language. */
export type PortalBriefing = {
  profile: string;
  system: string;
  pages: readonly PortalPage[];
  lastSync?: string;
  level: "inform" | "confirm" | "block";
  /** Classes whose first save of this session was held already. */
  held?: string[];
  /** At "block": whether a save may go through in an emergency, and what the LEA says there. */
  mayOverride?: boolean;
  blockMessage?: string;
  holdSeconds: number;
  /** What was under way on the page that this one has taken the place of. */
  carried?: Carried;
  /** The person wants to hear nothing on this site: no notice stands in it. */
  isQuiet?: boolean;
  /** Words of the page's own surfaces, by key. */
  words: Record<string, string>;
  /** The calm notice: sentences, public facts only. */
  notice: { title: string; lines: string[] };
};

/**
 * After a roster was read: what became of the edits and reports of this section, counts only. `lines` replace the
 * notice's when the page tells of a later sync than was known.
 */
export type RosterAnswer = { summary?: string; needsAttention: boolean; lines?: string[] };

export type ReportChannel =
  | { kind: "mail"; label: string; href: string }
  | { kind: "phone"; label: string; href: string }
  | { kind: "form" | "ticket"; label: string; href: string };

/** What the callout beside a control says, and the procedure behind "Report this change instead". */
export type IntentAnswer = {
  verdict: EditVerdict;
  /** The callout's sentence; absent when there is nothing to say (kept, purpose). */
  warning?: string;
  /** The person was told this of this class before, on a page since left: once a session is enough. */
  told?: boolean;
  report?: {
    /** Who, when, by when: sentences. */
    lines: string[];
    channels: ReportChannel[];
    /** Text to copy, without any student's name: ids and places only where the LEA asks for them. */
    draft: string;
  };
};

export type PortalAnswers = {
  "portal/hello": PortalBriefing | null;
  "portal/part": null;
  "portal/roster": RosterAnswer;
  "portal/resting": null;
  "portal/intent": IntentAnswer;
  "portal/saved": null;
  "portal/carried": null;
  "portal/held": null;
  "portal/card": boolean;
  "portal/card-pressed": boolean;
  "portal/unseen-file": null;
  "portal/quiet": null;
  "portal/reported": { line: string };
  "portal/open-panel": null;
  "portal/need-validator": null;
  "portal/released": null;
};

/** Background to content script. */
export type PortalNews =
  /** The policy or a permission has changed, so what the page was told may not hold. */
  | { type: "portal/news" }
  /** Somebody wants to hear less of these sites, or to hear it again. */
  | { type: "portal/quiet-news"; origins: string[] }
  | CardNews;

/** Name of the port between whoever has a file and the validator's host. */
export const validatorPort = "rosterguard-validator";

/** Client to host, over the port. Files cross as handles by structured clone. */
export type ValidatorRequest =
  | {
      type: "check";
      jobId: string;
      files: File[];
      paths: string[];
      mode?: "partial" | "complete";
      /** The files are part of a package that comes in several steps: what is missing is no fault. */
      parts?: boolean;
      tabId?: number;
    }
  | { type: "cancel"; jobId: string }
  /** The files of this check were put back: no later check counts them in. */
  | { type: "forget"; jobId: string }
  /** A file is likely to be chosen soon. */
  | { type: "warm" }
  /** Is anybody there? */
  | { type: "greet" };

export type CheckProgress = {
  bytesDone: number;
  bytesTotal: number;
  rows: number;
  file: string;
  /** Findings so far, counts only. */
  faults: number;
  warnings: number;
};

/** Host to client. The content script gets `VerdictCounts` only; extension pages also the whole report. */
export type ValidatorEvent =
  | { type: "progress"; jobId: string; progress: CheckProgress }
  | { type: "done"; jobId: string; verdict: VerdictCounts; report?: Report }
  | { type: "cancelled"; jobId: string }
  | { type: "failed"; jobId: string; problem: string };

/** Host to client: events of checks, and the answer to a greeting. */
export type HostEvent = ValidatorEvent | { type: "listening" };

/** Counts and sentences without a name: all that a page may show. */
export type VerdictCounts = {
  verdict: Report["verdict"];
  rows: number;
  /** Faults and warnings that nobody has acknowledged. */
  faults: number;
  warnings: number;
  notes: number;
  headline: string;
  lines: string[];
};
