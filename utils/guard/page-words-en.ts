/**
 * Words of the surfaces inside the portal's page: notice, callout, held-file card. None holds a student's data.
 * The keys are those utils/page asks for; its own English stands in only for a key that is missing here.
 */
export const pageWordsEn = {
  language: "en",
  noticeLabel: "Rosterguard: how this roster is fed",
  openDetails: "Open details",
  seeChanges: "See each change",
  collapse: "Make this notice small",
  expand: "Fed automatically",
  calloutLabel: "Rosterguard: before you change this",
  reportInstead: "Report this change instead",
  goOn: "Go on anyway",
  held: "Nothing is saved yet.",
  saveAnyway: "Save anyway",
  close: "Close",
  keyHint: "Press F6 to move to this message.",
  reportTitle: "How to report this change",
  reportDone: "I have reported it",
  draftLabel: "Text you can copy",
  copy: "Copy text",
  copied: "Copied. Paste it into your message.",
  copyFailed: "The text could not be copied. Select it and copy it yourself.",
  reportFailed: "The report could not be noted here. Your message itself is not affected.",
  gateLabel: "Rosterguard: check before upload",
  gateStarting: "Starting the check. The portal does not have the file yet.",
  gateChecking: "Checking the file. The portal does not have it yet.",
  gateProgress: "{percent}% read, {rows} rows",
  gateFound: "So far: faults {faults}, warnings {warnings}",
  gateHeld: "Nothing was sent: the file is held while it is being checked.",
  gateHeldVerdict: "Nothing was sent: choose below what happens to the file.",
  cancel: "Stop the check",
  gateStopped: "The check was stopped. The portal does not have the file.",
  gateNotRun: "The check did not run. The portal has the file, unchecked, and works as usual.",
  gateTooLong:
    "The check took longer than {seconds} seconds and was ended. The portal has the file, unchecked, and works as usual.",
  gateReleased: "The portal has the file now. Use the portal's own button to send it.",
  gateCleared: "The file was taken out. Choose another one.",
  gateChooseAgain: "The page has changed. Choose the file again.",
  gatePassed: "Checking the folder. The portal has it already: a browser hands a folder over only once.",
  gateFolderUnread:
    "The folder could not be read, so it was not checked. The portal has it, unchecked, and works as usual.",
  gateBlind:
    "Rosterguard cannot see a file that is chosen with this control, so nothing is held or checked here. Check the file first.",
  checkFirst: "Check a file first",
  seeWrong: "See what is wrong",
  seePlan: "See what the upload will do",
  upload: "Upload",
  uploadAnyway: "Upload anyway",
  chooseAnother: "Choose another",
  lookFirst: "Please look at this card for a moment, then press again.",
  reload:
    "Rosterguard was updated or switched off. The portal works as usual; reload the page to use Rosterguard again.",
} as const satisfies Record<string, string>;

export type PageWord = keyof typeof pageWordsEn;
