/** Compound File Binary ([MS-CFB]): the container of .xls, and of any Office file with a password. */

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isOle2 = (head: Uint8Array): boolean => magic.every((byte, index) => head[index] === byte);

/** Whether the container holds an encrypted Office file: its stream "EncryptedPackage" ([MS-OFFCRYPTO] 2.3.4.4). */
export const isEncryptedOffice = async (blob: Blob): Promise<boolean> => {
  const header = new DataView(await blob.slice(0, 512).arrayBuffer());
  if (header.byteLength < 512) return false;
  const sectorShift = Math.min(header.getUint16(30, true), 12);
  const directory = (header.getUint32(48, true) + 1) * 2 ** sectorShift;
  const bytes = new Uint8Array(await blob.slice(directory, directory + 4096).arrayBuffer());
  return new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage");
};
