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

/** Whether bytes[start .. end) holds only ASCII; four bytes at a time. `bytes` must begin its buffer. */
export const isAscii = (bytes: Uint8Array, start: number, end: number): boolean => {
  const firstWord = (start + 3) >> 2;
  const endWord = end >> 2;
  if (firstWord < endWord) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    for (let word = firstWord; word < endWord; word++) if ((words[word]! & 0x80808080) !== 0) return false;
  }
  const headEnd = Math.min(end, firstWord * 4);
  for (let at = start; at < headEnd; at++) if (bytes[at]! >= 0x80) return false;
  for (let at = Math.max(headEnd, endWord * 4); at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
};
