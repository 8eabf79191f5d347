/**
 * A workbook with a password, as Office writes one: a compound file ([MS-CFB]) with the streams EncryptionInfo and
 * EncryptedPackage ([MS-OFFCRYPTO] 2.3.4). What is encrypted in it is noise: nobody has the password.
 */

const sectorSize = 512;
const endOfChain = 0xfffffffe;
const fatSector = 0xfffffffd;
const free = 0xffffffff;
// From 4,096 bytes on a stream has sectors of its own ([MS-CFB] 2.2, mini stream cutoff size).
const streamSectors = 8;
const streamSize = streamSectors * sectorSize;

type Entry = { name: string; type: number; child?: number; right?: number; start: number; size: number };

const writeEntry = (view: DataView, at: number, entry: Entry) => {
  for (const [index, char] of [...entry.name].entries()) {
    view.setUint16(at + index * 2, char.charCodeAt(0), true);
  }
  view.setUint16(at + 64, (entry.name.length + 1) * 2, true);
  view.setUint8(at + 66, entry.type);
  view.setUint8(at + 67, 1);
  view.setUint32(at + 68, free, true);
  view.setUint32(at + 72, entry.right ?? free, true);
  view.setUint32(at + 76, entry.child ?? free, true);
  view.setUint32(at + 116, entry.start, true);
  view.setUint32(at + 120, entry.size, true);
};

const writeHeader = (view: DataView) => {
  for (const [index, byte] of [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].entries())
    view.setUint8(index, byte);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, endOfChain, true);
  view.setUint32(68, endOfChain, true);
  for (let i = 1; i < 109; i++) view.setUint32(76 + i * 4, free, true);
};

export const writeProtectedWorkbook = (): Uint8Array => {
  const file = new Uint8Array(sectorSize * (3 + 2 * streamSectors));
  const view = new DataView(file.buffer);
  writeHeader(view);
  const chains = [fatSector, endOfChain];
  for (const start of [2, 2 + streamSectors]) {
    for (let i = 1; i < streamSectors; i++) chains.push(start + i);
    chains.push(endOfChain);
  }
  for (let i = 0; i < sectorSize / 4; i++) view.setUint32(sectorSize + i * 4, chains[i] ?? free, true);
  const directory = 2 * sectorSize;
  const streams = [
    { name: "Root Entry", type: 5, child: 1, start: endOfChain, size: 0 },
    { name: "EncryptionInfo", type: 2, right: 2, start: 2, size: streamSize },
    { name: "EncryptedPackage", type: 2, start: 2 + streamSectors, size: streamSize },
  ];
  for (const [index, entry] of streams.entries()) writeEntry(view, directory + index * 128, entry);
  for (let i = 3 * sectorSize; i < file.length; i++) file[i] = Math.imul(i, 2654435761) >>> 24;
  return file;
};
