/**
 * Where things lie in the module's memory. It never grows: a block of rows is worked on and forgotten. The exported
 * numbers tell the caller where to write bytes and read results.
 */

/** Bytes of the rows being read; behind them zeros that vectors may reach into. */
export const bytesAt: i32 = 0x10000;
export const blockBytes: i32 = 0x20000;
const slack: i32 = 0x1000;

/** The values of one column, one after the other. */
export const textAt: i32 = bytesAt + blockBytes + slack;

/** Where each cell's value begins and ends in the bytes, row by row; what a row has too much may follow. */
export const blockCells: i32 = 0x8000;
export const startsAt: i32 = textAt + blockBytes + slack;
export const endsAt: i32 = startsAt + blockCells * 4 + slack;

/** One number a row, of as many rows as a block may have. */
export const blockRows: i32 = 2048;
const numbers: i32 = blockRows * 4 + 64;
export const rowStartsAt: i32 = endsAt + blockCells * 4 + slack;
export const codesAt: i32 = rowStartsAt + numbers;
export const narrowAt: i32 = codesAt + numbers;
export const askedRowsAt: i32 = narrowAt + numbers;
export const askedSlotsAt: i32 = askedRowsAt + numbers;
export const askedHashesAt: i32 = askedSlotsAt + numbers;
export const askedStartsAt: i32 = askedHashesAt + numbers;
export const askedEndsAt: i32 = askedStartsAt + numbers;
export const answersAt: i32 = askedEndsAt + numbers;
export const runCodesAt: i32 = answersAt + numbers;
export const runLengthsAt: i32 = runCodesAt + numbers;
export const hashesAt: i32 = runLengthsAt + numbers;
export const moreBitsAt: i32 = hashesAt + numbers;
export const textEndsAt: i32 = moreBitsAt + numbers;

/**
 * Values met before, `cacheSlots` for each column, in pairs: length and one (0 in a free slot), code, and up to `cachedBytes`
 * bytes. As many as the classes of a large school, which its rows name in turn.
 */
export const cachesAt: i32 = textEndsAt + numbers;
export const cacheBits: i32 = 10;
export const cacheSlots: i32 = 1 << cacheBits;
export const cachedBytes: i32 = 64;
export const slotBytes: i32 = 16 + cachedBytes;
export const mostColumns: i32 = 64;

/** Of each column how many blocks to come will ask for each of its values without looking into its cache. */
export const pausesAt: i32 = cachesAt + mostColumns * cacheSlots * slotBytes;

/** The end of it all, in bytes. */
export const memoryBytes: i32 = pausesAt + mostColumns * 4;

/** A code that is not known yet: this, and the number of the question. */
export const asked: u32 = 0x80000000;
