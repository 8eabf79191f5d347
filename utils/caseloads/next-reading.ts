const tuesday = 2;
const day = 86_400_000;

/**
 * The day on which the portal next reads the RACL: the Tuesday on or after `date` (both ISO dates).
 * Source: New Visions Portal help center, All about user caseloads.
 */
export const nextRaclReading = (date: string): string => {
  const from = Date.parse(`${date}T00:00:00Z`);
  const ahead = (tuesday - new Date(from).getUTCDay() + 7) % 7;
  return new Date(from + ahead * day).toISOString().slice(0, 10);
};
