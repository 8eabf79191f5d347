/**
 * The instant at which edits are judged: our clock, or the portal's word for its last feed when that is later. A
 * portal that shows tomorrow's feed has run it, whatever this computer's clock says.
 */
export const evaluationInstant = (now: string, lastSync: string | undefined): string => {
  const shown = lastSync === undefined ? Number.NaN : Date.parse(lastSync);
  const later = Number.isNaN(shown) ? Date.parse(now) : Math.max(Date.parse(now), shown);
  return new Date(later).toISOString();
};
