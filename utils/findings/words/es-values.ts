import { many, quote, rowsHave } from "./es-phrases.ts";
import type { Facts, RuleWords } from "./rule-words.ts";

/** Spanish: what follows from the format's schema. */

const badValue =
  (condition: string) =>
  ({ count, file, column, example }: Facts): string =>
    `${rowsHave(count, file)} en la columna ${column} un valor que ${condition}, por ejemplo ${quote(example)}.`;

const lost = ({ required }: Facts): string =>
  required === "yes"
    ? "El sistema receptor necesita este valor y descarta la fila que no lo tiene."
    : "El sistema receptor omite el valor o se detiene en él.";

const damages: Record<string, string> = {
  date: "en una fecha",
  time: "en una hora",
  serial: "en un número de día",
  scientific: "en una potencia de diez",
  error: "en una marca de error",
};

export const valuesEs = {
  "boolean-malformed": {
    title: "Ni true ni false",
    what: badValue("no es true ni false"),
    why: ({ anyCase }) =>
      `El formato solo conoce las palabras true y false${anyCase === "yes" ? "" : " en minúsculas"}; algunos sistemas leen otras, otros no.`,
    fix: ({ anyCase }) =>
      `Configure la exportación para que escriba true y false${anyCase === "yes" ? "" : " en minúsculas"}.`,
  },
  "column-order": {
    title: "Columnas en otro orden",
    what: ({ file, column }) =>
      `${file} tiene sus columnas en otro orden que la norma, empezando por ${quote(column)}.`,
    why: "Los sistemas que leen por posición ponen los valores en los campos equivocados.",
    fix: ({ expected }) =>
      `Ponga las columnas en este orden: ${expected}. Las columnas metadata van al final.`,
  },
  "dangling-reference": {
    title: "Referencias a nada",
    what: ({ count, file, column, target, distinct, example, exampleRows }) =>
      `${rowsHave(count, file)} en la columna ${column} un valor que no está en ${target}: ${distinct === 1 ? quote(example) : `${many(distinct, "valor", "valores")}, sobre todo ${quote(example)} (${many(exampleRows, "fila")})`}.`,
    why: ({ required }) =>
      required === "yes"
        ? "El sistema receptor no puede ubicar esas filas y las descarta. Si muchas nombran el mismo registro ausente, ese registro es la causa."
        : "El sistema receptor conserva la fila y omite la referencia. Si muchas nombran el mismo registro ausente, ese registro es la causa.",
    fix: ({ target }) =>
      `Agregue los registros que faltan a ${target}, o exporte todos los archivos en el mismo momento y con el mismo filtro.`,
  },
  "date-malformed": {
    title: "Fechas que no se pueden leer",
    what: badValue("no es una fecha como la escribe el formato"),
    why: lost,
    fix: ({ forms }) =>
      `Exporte las fechas como ${forms === undefined ? "AAAA-MM-DD (2026-08-17) y las horas como 2026-08-17T06:00:00.000Z" : String(forms).replaceAll("Y", "A").replaceAll(", ", " o ")}. No guarde el archivo en una hoja de cálculo.`,
  },
  "duplicate-key": {
    title: "El mismo identificador dos veces",
    what: ({ count, file, column, distinct, example }) =>
      `${many(count, "fila")} de ${file} ${count === 1 ? "repite" : "repiten"} el ${column} de una fila anterior: ${many(distinct, "identificador", "identificadores")}, por ejemplo ${quote(example)}.`,
    why: "Solo queda una fila por identificador, y cuál de ellas depende del sistema receptor.",
    fix: "Haga que la exportación escriba cada registro una vez; si dos personas comparten un identificador, cambie uno en el sistema de información estudiantil.",
  },
  "email-malformed": {
    title: "Direcciones de correo no válidas",
    what: badValue("no es una dirección de correo"),
    why: "Las invitaciones y los mensajes de contraseña no llegan.",
    fix: "Corrija la dirección en el sistema de información estudiantil.",
  },
  "enum-value-unknown": {
    title: "Valores que el formato no conoce",
    what: (facts) =>
      badValue(
        facts.open === "yes" ? "no está entre los conocidos" : "no está entre los que el formato permite",
      )(facts),
    why: (facts) =>
      facts.open === "yes"
        ? "Solo es pública una parte de la lista de valores del formato, así que el sistema receptor puede conocer este."
        : lost(facts),
    fix: ({ allowed, open, anyCase }) =>
      open === "yes"
        ? `Compárelo con la lista del sistema receptor; se conocen ${allowed}.`
        : `Use uno de estos${anyCase === "yes" ? "" : ", escrito exactamente así"}: ${allowed}.`,
  },
  "header-case": {
    title: "Nombres de columna con otra escritura",
    what: ({ file, column, expected }) =>
      `${file} escribe la columna ${quote(expected)} como ${quote(column)}.`,
    why: "Rosterguard la lee igual, pero los sistemas que comparan letra por letra no encuentran la columna.",
    fix: ({ expected }) => `Llame a la columna exactamente ${quote(expected)}.`,
  },
  "header-renamed": {
    title: "Nombres de columna de otra versión",
    what: ({ file, column, expected }) =>
      `${file} tiene la columna ${quote(column)}, que este formato llama ${quote(expected)}.`,
    why: "Rosterguard la lee igual, pero el sistema receptor quizá no encuentre la columna.",
    fix: ({ expected }) => `Llame a la columna exactamente ${quote(expected)}.`,
  },
  "identifier-malformed": {
    title: "Identificadores con una forma no permitida",
    what: (facts) =>
      facts.length === undefined
        ? badValue("no es un identificador bien formado")(facts)
        : badValue(`no tiene los ${facts.length} caracteres que los identificadores tienen aquí`)(facts),
    why: ({ length }) =>
      length === undefined
        ? "Los sistemas receptores rechazan ese identificador y todo registro que lo nombre."
        : "Puede ser otro tipo de número en la columna equivocada; entonces los registros no coincidirían.",
    fix: ({ type }) => {
      if (type === "guid")
        return "Use un GUID: 32 cifras hexadecimales en grupos de 8, 4, 4, 4 y 12 separados por guiones.";
      if (type === "identifier")
        return "Use como máximo 255 caracteres visibles, sin espacio antes ni después, y el identificador que el sistema ya tiene.";
      return "Use solo letras, cifras y . - _ / @, como máximo 255 y sin espacios, y el identificador que el sistema ya tiene.";
    },
  },
  "list-item-empty": {
    title: "Listas con un hueco",
    what: badValue("es una lista con un elemento vacío"),
    why: "Los elementos que siguen al hueco pueden emparejarse mal, como las materias con sus códigos.",
    fix: "Elimine la coma sobrante.",
  },
  "lost-leading-zeros": {
    title: "Ceros iniciales perdidos",
    what: ({ count, file, column, example, meant, target, targetColumn, lostIn }) =>
      lostIn === "key"
        ? `${many(count, "fila")} de ${file} no ${count === 1 ? "encuentra" : "encuentran"} pareja porque ${target} perdió los ceros iniciales de ${targetColumn}: ${quote(meant)} debería ser allí ${quote(example)}.`
        : `${many(count, "fila")} de ${file} ${count === 1 ? "perdió" : "perdieron"} los ceros iniciales de ${column}: ${quote(example)} debería ser ${quote(meant)}.`,
    why: ({ proof }) =>
      `${proof === "list" ? "El sistema receptor no conoce el valor sin su cero." : "Los identificadores ya no coinciden, así que los registros se descartan o se crean por segunda vez."} Lo hace una hoja de cálculo al abrir un CSV.`,
    fix: "Exporte de nuevo y cargue ese archivo sin abrirlo en una hoja de cálculo; para mirarlo, importe la columna como texto.",
  },
  "missing-column": {
    title: "Faltan columnas",
    what: ({ file, columns, count, required }) =>
      `A ${file} ${count === 1 ? "le falta la columna" : "le faltan las columnas"} ${required === "yes" ? (count === 1 ? "obligatoria" : "obligatorias") : count === 1 ? "opcional" : "opcionales"} ${columns}.`,
    why: ({ required }) =>
      required === "yes"
        ? "Sin ella el sistema receptor rechaza el archivo."
        : "La norma quiere todas las columnas, aunque estén vacías; la mayoría de los sistemas prescinde de ellas.",
    fix: "Agregue las columnas a la exportación, exactamente con estos nombres.",
  },
  "missing-file": {
    title: "Faltan archivos",
    what: ({ file, because, by }) =>
      because === "one-of"
        ? `El paquete no tiene ninguno de ${file}, y se espera al menos uno de ellos.`
        : `${file} no está en el paquete${missingFile(because, by)}.`,
    why: ({ because }) =>
      because === "references"
        ? "Las filas que lo nombran no se pueden ubicar y se descartan."
        : "El sistema receptor puede rechazar el paquete u omitir lo que depende de ese archivo.",
    fix: "Agregue el archivo a la exportación y al paquete.",
  },
  "number-malformed": {
    title: "Números no válidos",
    what: badValue("no es un número"),
    why: lost,
    fix: ({ type }) =>
      type === "integer"
        ? "Escriba un número entero en cifras, sin unidades ni separadores de miles."
        : "Escriba cifras con punto decimal, sin unidades ni separadores de miles.",
  },
  "required-value-missing": {
    title: "Faltan valores obligatorios",
    what: ({ count, file, column }) =>
      `${many(count, "fila")} de ${file} no ${count === 1 ? "tiene" : "tienen"} ${column}, que es obligatorio.`,
    why: "El sistema receptor descarta la fila que no lo tiene.",
    fix: "Complételo en el origen, el sistema de información estudiantil, y exporte de nuevo.",
  },
  "spreadsheet-date": {
    title: "Valores cambiados por una hoja de cálculo",
    what: ({ count, file, column, example, damage, distinct }) =>
      `${rowsHave(count, file)} en la columna ${column} un valor que una hoja de cálculo convirtió ${damages[String(damage)] ?? "en otra cosa"}: ${distinct === 1 ? quote(example) : `${many(distinct, "valor", "valores")}, por ejemplo ${quote(example)}`}.`,
    why: "Lo que había antes ya no está en este archivo; un grado 6-8 convertido en 8-Jun no le dice nada al sistema receptor.",
    fix: "Exporte de nuevo y cargue ese archivo sin abrirlo en una hoja de cálculo. No se puede reparar con certeza.",
  },
  "unknown-column": {
    title: "Columnas que el formato no tiene",
    what: ({ file, column, suggestion }) =>
      `${file} tiene una columna ${quote(column)} que el formato no conoce${suggestion === "" || suggestion === undefined ? "" : `; quizá se quiso decir ${quote(suggestion)}`}.`,
    why: "El sistema receptor no la lee, o rechaza el archivo.",
    fix: ({ prefix }) =>
      prefix === ""
        ? "Corrija el nombre o elimine la columna."
        : `Corrija el nombre, elimine la columna o escríbala como ${prefix}NOMBRE en el borde derecho.`,
  },
  "user-id-malformed": {
    title: "Identificadores de usuario con otra forma",
    what: badValue("no tiene la forma {tipo:id}"),
    why: lost,
    fix: "Escriba {tipo:id}, por ejemplo {SIS:12345}; varios se separan con comas.",
  },
  "year-malformed": {
    title: "Años no válidos",
    what: badValue("no es un año de cuatro cifras"),
    why: lost,
    fix: ({ yearIs }) =>
      yearIs === undefined
        ? "Escriba el año con cuatro cifras, como 2027."
        : `Escriba el año en que ${yearIs === "end" ? "termina el año escolar: 2027" : "empieza el año escolar: 2026"} para 2026-2027.`,
  },
} as const satisfies Record<string, RuleWords>;

const missingFile = (because: string | number | undefined, by: string | number | undefined): string => {
  if (because === "references") return `, aunque ${by} lo nombra`;
  if (because === "manifest") return ", que debería decir qué contiene el paquete";
  return ", y el sistema receptor lo necesita";
};
