import type { CauseWords } from "./en-causes.ts";
import { many, number, quote } from "./es-phrases.ts";
import type { Facts } from "./rule-words.ts";

const share = (part: number | string | undefined, whole: number | string | undefined): string =>
  Number(whole ?? 0) === 0 ? "0 %" : `${Math.round((Number(part ?? 0) / Number(whole)) * 1000) / 10} %`;

const records: Record<string, [string, string]> = {
  orgs: ["escuela", "escuelas"],
  schools: ["escuela", "escuelas"],
  academicSessions: ["periodo escolar", "periodos escolares"],
  terms: ["periodo escolar", "periodos escolares"],
};

const recordOf = ({ role, absent }: Facts): string =>
  absent === 1 ? (records[String(role)]?.[0] ?? "registro") : (records[String(role)]?.[1] ?? "registros");

const zerosProof = (facts: Facts): string => {
  const { matched = 0, of = 0, byLength = 0, byPrevious = 0, byList = 0, example, meant, target } = facts;
  const parts: string[] = [];
  if (Number(matched) > 0) {
    parts.push(
      `${number(Number(matched))} de ${many(of, "referencia")} a nada (${share(matched, of)}) coinciden con un registro de ${target} al reponer los ceros`,
    );
  }
  if (Number(byLength) > 0) {
    parts.push(
      `${many(byLength, "identificador", "identificadores")} ${byLength === 1 ? "es más corto" : "son más cortos"} que los de su LEA`,
    );
  }
  if (Number(byPrevious) > 0) {
    parts.push(
      `${many(byPrevious, "identificador", "identificadores")} ${byPrevious === 1 ? "está" : "están"} con ceros en el archivo anterior`,
    );
  }
  if (Number(byList) > 0) {
    parts.push(
      `${many(byList, "valor", "valores")} ${byList === 1 ? "está" : "están"} en la lista del formato con un cero delante`,
    );
  }
  return `${parts.join("; ")}, como ${quote(example)} por ${quote(meant)}.`;
};

const staleProof = (facts: Facts): string => {
  const { file, column, target, dangling, of, rows, all } = facts;
  const head = `${number(Number(dangling))} de ${number(Number(of))} referencias de ${file}, columna ${column}, (${share(dangling, of)}) no nombran nada de ${target}`;
  const whole = `; esto explica ${number(Number(rows))} de todas las ${many(all, "referencia")} a nada`;
  switch (facts.proof) {
    case "groups":
      return `${head}: el ${facts.inside} % de las que tienen ${quote(facts.example)} en ${facts.by}${Number(facts.groups) > 1 ? ` u ${many(Number(facts.groups) - 1, "otro valor", "otros valores")}` : ""}, y el ${facts.outside} % de las demás${whole}.`;
    case "dates":
      return `${head}; ${facts.stale} cambió por última vez el ${facts.last} y el otro archivo el ${facts.other}${whole}.`;
    case "distance":
      return `${head}, y a ${number(Number(facts.unnamed))} de ${many(facts.keys, "registro")} de ${target} no los nombra nadie: los dos no tienen casi nada en común${whole}.`;
    default:
      return `${head}, mientras que ${number(Number(facts.others) - Number(facts.othersAbsent))} de ${number(Number(facts.others))} referencias a ${target} en los otros archivos sí se encuentran${whole}.`;
  }
};

const signs: Record<string, (facts: Facts) => string> = {
  reader: ({ file }) => `${file} no se pudo leer hasta el final`,
  "sheet-limit": ({ file, rows }) =>
    `${file} tiene ${many(rows, "fila")} bajo el encabezado, todo lo que cabe en una hoja de cálculo`,
  "last-row": ({ file, line }) =>
    `La última fila de ${file}, línea ${number(Number(line))}, se corta antes de la última columna`,
  "round-size": ({ file, bytes }) =>
    `${file} tiene exactamente ${number(Number(bytes))} bytes, un número entero de bloques de 4096`,
};

const shifts: Record<string, (facts: Facts) => string> = {
  swapped: ({ column, neighbour }) => `lo que está en ${column} es correcto para ${neighbour}, y al revés`,
  left: ({ column, neighbour, columns }) =>
    `los valores de ${many(columns, "columna")} son correctos una columna más adelante, como los de ${column} para ${neighbour}`,
  right: ({ column, neighbour, columns }) =>
    `los valores de ${many(columns, "columna")} son correctos una columna antes, como los de ${column} para ${neighbour}`,
};

export const causesEs: Readonly<Record<string, CauseWords>> = {
  "column-shifted": {
    title: "Los valores están en otra columna",
    proof: (facts) =>
      `En ${many(facts.rows, "fila")} de ${number(Number(facts.of))} de ${facts.file}${Number(facts.from) > 0 ? `, todas desde la línea ${number(Number(facts.from))}` : ""}, ${shifts[String(facts.how)]?.(facts)}, como ${quote(facts.example)}.`,
    fix: ({ how, from }) =>
      how === "swapped"
        ? "Intercambie los encabezados de las dos columnas o cambie su orden en la exportación."
        : Number(from) > 0
          ? `Mire la línea ${number(Number(from))}: una coma de más o de menos, o una celda borrada, mueve todo lo que sigue. Exporte de nuevo.`
          : "Se insertó o se borró una columna sin su encabezado. Exporte de nuevo con encabezado y valores en el mismo orden.",
  },
  "date-format": {
    title: "Todas las fechas están escritas de otra forma",
    proof: ({ fit, of, format, formats, ambiguous, example }) =>
      ambiguous === "yes"
        ? `${number(Number(fit))} de ${many(of, "fecha")} sirven como ${String(formats).replaceAll(", ", " y también como ")}, por ejemplo ${quote(example)}: ningún valor distingue el día del mes.`
        : `${number(Number(fit))} de ${many(of, "fecha")} sirven como ${format} y ningún otro formato sirve para tantas, por ejemplo ${quote(example)}.`,
    fix: ({ ambiguous, copy }) =>
      ambiguous !== "yes" && copy !== "yes"
        ? "Exporte las fechas como AAAA-MM-DD. Esta forma de escribirlas deja algo abierto en una columna por sí sola, así que no se corrige ninguna copia."
        : ambiguous === "yes"
          ? "Exporte las fechas como AAAA-MM-DD. Aquí nadie puede saber qué número es el mes, así que no se corrige ninguna copia."
          : "Exporte las fechas como AAAA-MM-DD o pida una copia corregida: la forma en que están escritas es segura.",
  },
  "file-re-encoded": {
    title: "Un archivo se guardó con otra codificación",
    proof: ({ rows, of, file, example, meant, how }) =>
      how === "marked"
        ? `${many(rows, "valor", "valores")} de ${file} ${rows === 1 ? "tiene" : "tienen"} una marca donde se perdió una letra, como ${quote(example)}.`
        : how === "double"
          ? `${number(Number(rows))} de ${many(of, "valor", "valores")} coinciden al leer las letras con acento de ${file} como se escribieron, como ${quote(example)} por ${quote(meant)}.`
          : `${number(Number(rows))} de ${many(of, "valor", "valores")} coinciden si se tienen en cuenta las letras que ${file} perdió, como ${quote(example)} por ${quote(meant)}.`,
    fix: ({ how }) =>
      how === "double"
        ? "Exporte de nuevo en UTF-8 y no guarde el archivo en otro programa, o pida una copia corregida."
        : "Exporte de nuevo en UTF-8: en este archivo las letras se perdieron y ninguna copia puede recuperarlas.",
  },
  "file-truncated": {
    title: "Un archivo termina antes de tiempo",
    proof: (facts) =>
      `${signs[String(facts.sign)]?.(facts)}; ${Number(facts.behind) > 0 ? `${number(Number(facts.behind))} de ${many(facts.of, "referencia")} a nada vienen después de su último registro` : `${many(facts.of, "referencia")} a él no ${facts.of === 1 ? "encuentra" : "encuentran"} nada`}.`,
    fix: ({ sign }) =>
      sign === "sheet-limit"
        ? "Suba la exportación misma: una hoja de cálculo pierde al guardar las filas que no le caben."
        : "Exporte o descargue el archivo de nuevo y espere a que se escriba hasta el final.",
  },
  "leading-zeros-lost": {
    title: "Se quitaron los ceros iniciales",
    proof: zerosProof,
    fix: () =>
      "Exporte de nuevo y suba ese archivo sin abrirlo en una hoja de cálculo, o pida una copia corregida: los valores prueban lo que eran.",
  },
  "missing-record": {
    title: "Falta un registro al que se refieren muchas filas",
    proof: (facts) =>
      `${number(Number(facts.rows))} de ${many(facts.of, "referencia")} a nada en ${facts.file} (${share(facts.rows, facts.of)}) nombran solo ${facts.absent} ${recordOf(facts)}, ${String(
        facts.ids,
      )
        .split(", ")
        .map(quote)
        .join(
          ", ",
        )}, que no ${facts.absent === 1 ? "está" : "están"} en ese archivo de ${many(facts.there, "fila")}.`,
    fix: (facts) =>
      `Agregue a ${facts.file} lo que falta (${facts.absent} ${recordOf(facts)}) o quite las filas que dependen de ello: a menudo falta en el filtro de la exportación.`,
  },
  spreadsheet: {
    title: "Una hoja de cálculo cambió los valores",
    proof: ({ rows, columns, example, file, column }) =>
      `${many(rows, "valor", "valores")} en ${many(columns, "columna")} ${rows === 1 ? "tiene" : "tienen"} una forma que solo escribe una hoja de cálculo, como ${quote(example)} en ${file}, columna ${column}.`,
    fix: () =>
      "Exporte de nuevo y suba ese archivo sin abrirlo en una hoja de cálculo. Por este archivo no se puede saber qué valores eran.",
  },
  "stale-file": {
    title: "Dos archivos no son del mismo momento o selección",
    proof: staleProof,
    fix: ({ file, target }) =>
      `Exporte ${file} y ${target} en el mismo momento y con el mismo filtro de escuelas y periodos, y suba los dos.`,
  },
  "term-out-of-date": {
    title: "Un periodo tiene las fechas de otro año",
    proof: ({ rows, of, terms, ids, start, until, file, target, example }) =>
      `Las ${many(rows, "inscripción", "inscripciones")} de ${file} fuera de sus fechas (el ${share(rows, of)} de las ${number(Number(of))} que hay) son de ${terms === 1 ? "un solo periodo" : `solo ${terms} periodos`}, ${quote(ids)}, que ${target} fecha del ${start} al ${until}, como una de ${example}.`,
    fix: ({ target }) =>
      `Exporte ${target} con los periodos de este año o dé a las clases el periodo en que se enseñan.`,
  },
};
