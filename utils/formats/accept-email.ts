/** Kinds of bytes in an address: 0 letters and digits, 1 a dot, 2 an underscore, 4 the at sign, 8 anything else. */
const kinds = new Uint8Array(256).fill(8);
for (const [from, to] of [
  [48, 57],
  [65, 90],
  [97, 122],
] as const) {
  kinds.fill(0, from, to + 1);
}
const dot = 1;
const underscore = 2;
const at = 4;
kinds[46] = dot;
kinds[95] = underscore;
kinds[64] = at;

/** What stood behind the name in the last address that was good, from the at sign on: most of a file share it. */
const host = new Uint8Array(64);
let hostLength = 0;
/** Now and then an address is read whole all the same: engines compile only what they have seen running. */
const trust = 31;
let trusted = 0;

/**
 * Whether bytes[start .. end) are word@host.tld of plain letters and digits with single dots between them, and underscores
 * in the name. Like all accepters it may be wrong only in saying no.
 */
export const acceptEmail = (bytes: Uint8Array, start: number, end: number): boolean => {
  if (end - start > 120) return false;
  const name = end - hostLength;
  trusted = (trusted + 1) & trust;
  if (trusted !== 0 && name > start && endsLikeTheLast(bytes, name)) return isName(bytes, start, name);
  let sign = start;
  while (sign < end && bytes[sign] !== 64) sign++;
  if (!isHost(bytes, sign + 1, end) || !isName(bytes, start, sign)) return false;
  if (end - sign <= host.length) {
    hostLength = end - sign;
    for (let index = 0; index < hostLength; index++) host[index] = bytes[sign + index] as number;
  }
  return true;
};

/** Without a branch for each byte. */
const endsLikeTheLast = (bytes: Uint8Array, from: number): boolean => {
  let differs = hostLength === 0 ? 1 : 0;
  for (let index = 0; index < hostLength; index++) {
    differs |= (bytes[from + index] as number) ^ (host[index] as number);
  }
  return differs === 0;
};

/** Words with single dots between them. */
const isName = (bytes: Uint8Array, start: number, end: number): boolean => {
  let before = dot;
  let all = 0;
  let doubled = 0;
  for (let index = start; index < end; index++) {
    const kind = kinds[bytes[index] as number] as number;
    all |= kind;
    doubled |= kind & before;
    before = kind;
  }
  return all < at && ((doubled | before) & dot) === 0;
};

/** The same without underscores, of two labels or more, the last of letters. */
const isHost = (bytes: Uint8Array, start: number, end: number): boolean => {
  let label = start;
  for (let index = start; index < end; index++) {
    const kind = kinds[bytes[index] as number] as number;
    if (kind === 0) continue;
    if (kind !== dot || index === label) return false;
    label = index + 1;
  }
  if (label <= start || end - label < 2) return false;
  for (let index = label; index < end; index++) if ((bytes[index] as number) < 65) return false;
  return true;
};
