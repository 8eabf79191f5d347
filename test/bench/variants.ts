import { createHash } from "node:crypto";

/** Ways in which a set may be less kind to a reader than its own order and spelling: each is measured against it. */
export const variants = ["quoted", "uuid", "shuffled", "faulty", "dangling", "keys"] as const;
export type VariantName = (typeof variants)[number];

export const isVariant = (text: string): text is VariantName =>
  (variants as readonly string[]).includes(text);

export type Variant = {
  /** What stands in a cell instead. */
  cell?: (file: string, column: string, text: string) => string;
  /** Every cell in quotes, needed or not. */
  quoted?: true;
  /** The rows of each file in no order. */
  shuffled?: true;
  /** The faults this makes, each in every row of enrollments; the planted ones are there no longer, or hidden. */
  makes?: readonly string[];
};

const uuidOf = (id: string): string => {
  const hex = createHash("sha1").update(id).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** In enrollments, what stands in some columns. */
const inEnrollments =
  (columns: Readonly<Record<string, (text: string) => string>>): NonNullable<Variant["cell"]> =>
  (file, column, text) =>
    file === "enrollments" ? (columns[column]?.(text) ?? text) : text;

export const variantOf: Readonly<Record<VariantName, Variant>> = {
  quoted: { quoted: true },
  uuid: {
    // Ids that are wrong stay as they are.
    cell: (_file, column, text) =>
      /sourcedIds?$/i.test(column) && /^[\w,-]+$/.test(text) ? text.split(",").map(uuidOf).join(",") : text,
  },
  shuffled: { shuffled: true },
  faulty: {
    cell: inEnrollments({ role: () => "pupil", primary: () => "perhaps", endDate: () => "in summer" }),
    makes: ["role", "primary", "endDate"].map((column) => `invalid enrollments.${column}`),
  },
  dangling: {
    cell: inEnrollments({ classSourcedId: (text) => `no-${text}` }),
    makes: ["dangling enrollments.classSourcedId"],
  },
  keys: {
    cell: inEnrollments({ sourcedId: (text) => text.replace("_", "!") }),
    makes: ["invalid enrollments.sourcedId"],
  },
};
