/** A readable part at rest: AES-GCM, a fresh 96-bit nonce for each (NIST SP 800-38D, 8.2.2). */
export type Sealed = { iv: Uint8Array; data: ArrayBuffer };

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** An AES-256-GCM key from 32 raw bytes; not extractable. */
export const importDataKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", owned(raw), "AES-GCM", false, ["encrypt", "decrypt"]);

export const sealBytes = async (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes) };
};

/** Null when the key is another one (the browser was closed since) or the bytes were changed. */
export const openBytes = async (key: CryptoKey, sealed: Sealed): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv: owned(sealed.iv) }, key, sealed.data),
    );
  } catch {
    return null;
  }
};

export const bytesOfJson = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value));

export const sealJson = (key: CryptoKey, value: unknown): Promise<Sealed> =>
  sealBytes(key, bytesOfJson(value));

/** Null when it cannot be opened. The caller knows the shape: only this room writes sealed values. */
export const openJson = async <T>(key: CryptoKey, sealed: Sealed): Promise<T | null> => {
  const bytes = await openBytes(key, sealed);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
};
