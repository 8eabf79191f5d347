import type { Field, FileSpec, Format } from "./format.ts";
import type { Receiver } from "./receiver.ts";

const memo = new WeakMap<Format, Map<string, Format>>();

/** A format as a receiver reads it: what it tolerates is no fault, and what it does not use is not asked for. */
export const fitReceiver = (format: Format, receiver: Receiver): Format => {
  const known = memo.get(format)?.get(receiver.id);
  if (known !== undefined) return known;
  const files = filesUsed(format, receiver).map((spec) => fitFile(spec, receiver));
  const same = files.length === format.files.length && files.every((spec, at) => spec === format.files[at]);
  const made = same ? format : { ...format, files };
  memo.set(format, (memo.get(format) ?? new Map()).set(receiver.id, made));
  return made;
};

const isOneRoster = ({ id }: Format): boolean => id === "oneroster-1.1" || id === "oneroster-1.2";

/** A receiver's own format lists its files itself. */
const filesUsed = (format: Format, { oneRosterRoles }: Receiver): readonly FileSpec[] =>
  oneRosterRoles === undefined || !isOneRoster(format)
    ? format.files
    : format.files.filter(({ role }) => role === "manifest" || oneRosterRoles.value.includes(role));

const fitFile = (spec: FileSpec, receiver: Receiver): FileSpec => {
  const { freeColumnOrder, anyCaseBooleans, manifest } = receiver;
  const needless = spec.role === "manifest" && spec.required === "yes" && manifest.value === "not used";
  const freed = spec.columnOrder === "fixed" && freeColumnOrder.value;
  const relaxed = anyCaseBooleans.value && spec.fields.some(isStrict);
  if (!needless && !freed && !relaxed) return spec;
  return {
    ...spec,
    ...(needless ? { required: "no" as const } : {}),
    // Names are still compared letter by letter: only their order is free.
    ...(freed ? { columnOrder: "free" as const, headerNames: spec.headerNames ?? ("exact" as const) } : {}),
    ...(relaxed ? { fields: spec.fields.map(relax) } : {}),
  };
};

const isStrict = ({ type, anyCase }: Field): boolean => type === "boolean" && anyCase !== true;

const relax = (field: Field): Field => (isStrict(field) ? { ...field, anyCase: true } : field);
