/** Today as an ISO date where the LEA is, or where this machine is. */
export const dateIn = (timeZone: string | undefined, now: Date): string =>
  // Swedish writes dates as ISO does.
  new Intl.DateTimeFormat("sv-SE", {
    ...(timeZone !== undefined && { timeZone }),
    dateStyle: "short",
  }).format(now);
