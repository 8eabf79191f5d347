/** What nine in ten have, all are meant to have; of what fewer have, nobody can say that it is missing. */
const share = 0.9;

/** Whether so many lack something that the others have: some, but not more than one in ten. */
export const fewLack = (lacking: number, of: number): boolean => lacking > 0 && of - lacking >= of * share;
