import type { Roster } from "../roster/roster.ts";

/** A school's part of a roster as bytes; "" is the school of what names none. */
export type PackedPart = { school: string; bytes: Uint8Array<ArrayBuffer> };

export const kinds = ["sections", "teachers", "students"] as const;
export type Kind = (typeof kinds)[number];

/**
 * A roster without an object a person, cut by school: a state's classes and people are so many bytes, compared as such, and
 * one class is read without the whole district.
 */
export type PackedRoster = Pick<Roster, "source" | "coverage" | "schools"> & {
  parts: readonly PackedPart[];
  /** Where each record stands among those of its kind in the source, part by part; absent where that is not known. */
  order?: Readonly<Record<Kind, Uint32Array>>;
};
