/** CRC-32 as zip uses it (ISO 3309), four bytes at a time: tables[k] moves a byte past k more bytes. */
const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  tables[0]![byte] = crc;
}
for (let byte = 0; byte < 256; byte++) {
  for (let table = 1; table < 4; table++) {
    const crc = tables[table - 1]![byte]!;
    tables[table]![byte] = (crc >>> 8) ^ tables[0]![crc & 0xff]!;
  }
}
const [table0, table1, table2, table3] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** The checksum of what came before (0 at the start) followed by `bytes`, as an unsigned number. */
export const crc32 = (before: number, bytes: Uint8Array): number => {
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      table3[crc & 0xff]! ^ table2[(crc >>> 8) & 0xff]! ^ table1[(crc >>> 16) & 0xff]! ^ table0[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table0[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
};
