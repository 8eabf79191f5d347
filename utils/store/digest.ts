/** A keyed digest: plain SHA-256 of a seven-digit id falls in seconds, HMAC needs the key (RFC 2104). */
export type Digest = (text: string) => Promise<string>;

/** Digests for the ledger as base64url; equal texts give equal digests on this install only. */
export const openDigest = async (raw: Uint8Array): Promise<Digest> => {
  const key = await crypto.subtle.importKey(
    "raw",
    new Uint8Array(raw),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return async (text) => {
    const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(mac)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
  };
};
