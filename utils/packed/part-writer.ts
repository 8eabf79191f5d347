import type { StudentField } from "../roster/roster.ts";
import { openWriter, type RecordWriter } from "./record-bytes.ts";

/**
 * A part begins with this number. Then come the names of the fields told of its students, the texts of the sections outside
 * that its students are in, how many records there are of each kind, how many enrollments, and of each record its length
 * and line; the records follow, sections, teachers, students. Students name sections by number: the part's own, then the others.
 */
export const partLayout = 3;

/** Puts one part after the other together. */
export type PartWriter = {
  /** Where the next record is written; `endRecord` follows each. */
  readonly body: RecordWriter;
  /** `line` is 0 for none. */
  endRecord(line: number): void;
  take(part: {
    names: readonly StudentField[];
    others: readonly string[];
    sections: number;
    teachers: number;
    students: number;
    enrollments: number;
  }): Uint8Array<ArrayBuffer>;
};

export const openPartWriter = (): PartWriter => {
  const [head, facts, body] = [openWriter(), openWriter(), openWriter()];
  let begin = 0;
  return {
    body,
    endRecord(line) {
      const end = body.length();
      facts.number(end - begin);
      facts.number(line);
      begin = end;
    },
    take({ names, others, sections, teachers, students, enrollments }) {
      head.number(partLayout);
      head.number(names.length);
      for (const name of names) head.text(name);
      head.number(others.length);
      for (const other of others) head.text(other);
      for (const count of [sections, teachers, students, enrollments]) head.number(count);
      begin = 0;
      const bytes = new Uint8Array(head.length() + facts.length() + body.length());
      let at = 0;
      for (const writer of [head, facts, body]) {
        const length = writer.length();
        writer.moveTo(bytes, at);
        at += length;
      }
      return bytes;
    },
  };
};
