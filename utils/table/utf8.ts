/** Whether bytes[start .. end) is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, up to U+10FFFF). */
export const isUtf8 = (bytes: Uint8Array, start: number, end: number): boolean => {
  let at = start;
  while (at < end) {
    const first = bytes[at++]!;
    if (first < 0x80) continue;
    if (first < 0xc2 || first > 0xf4) return false;
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (at + more > end) return false;
    const second = bytes[at]!;
    if (second < (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80)) return false;
    if (second > (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf)) return false;
    for (let index = 1; index < more; index++) if ((bytes[at + index]! & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
};

/** What bytes[start .. end) hold besides plain ASCII; four bytes at a time. `bytes` must begin its buffer. */
export const surveyBytes = (
  bytes: Uint8Array,
  start: number,
  end: number,
): { high: boolean; nul: boolean } => {
  const firstWord = (start + 3) >> 2;
  const endWord = end >> 2;
  let high = 0;
  let nul = 0;
  if (firstWord < endWord) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    for (let index = firstWord; index < endWord; index++) {
      const word = words[index]!;
      high |= word;
      // Sets the highest bit of a byte that is 0, and at times of the byte above it.
      nul |= (word - 0x01010101) & ~word;
    }
  }
  const headEnd = Math.min(end, firstWord * 4);
  for (let at = start; at < headEnd; at++) {
    high |= bytes[at]!;
    nul |= (bytes[at]! - 1) & ~bytes[at]!;
  }
  for (let at = Math.max(headEnd, endWord * 4); at < end; at++) {
    high |= bytes[at]!;
    nul |= (bytes[at]! - 1) & ~bytes[at]!;
  }
  return { high: (high & 0x80808080) !== 0, nul: (nul & 0x80808080) !== 0 };
};
