/**
 * The events by which our two scripts in a page speak, the one in the page's own world and the one in ours. The first two
 * pass the window, once, before any code of the page; all others go to elements that stand in no document and that
 * nobody else has.
 */
export const world = {
  /** "Here is the element we speak by", its related target; prevented by whoever takes it. */
  greeting: "elementready",
  /** "Is anybody here?" */
  question: "elementwanted",

  /** To us: a file dialog is about to open, for the file input that is the related target, or with that as its ticket. */
  dialog: "click",
  /** To us, on a ticket: the handles chosen, as detail. Prevented: they are held. */
  chosen: "change",
  /** To us, on a ticket: are they held still? Prevented: they are. */
  stillHeld: "waiting",

  /** From us, on a ticket: the page may have them, or never. */
  release: "load",
  refuse: "abort",
  /** From us: a drop that is being held, then the files it will come back with. Prevented: its folders can come back too. */
  drop: "drop",
  dropAgain: "dragend",
  /** From us: there is something to hold on this page, or nothing, and everything is the browser's own again. */
  wake: "resume",
  rest: "suspend",
} as const;

/** How long the two scripts wait for each other, in milliseconds: into an open page they are put one after the other. */
export const meetingTime = 2000;
