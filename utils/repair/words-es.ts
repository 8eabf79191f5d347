import type { LeftReason, RepairKind } from "./repair.ts";

/** As words-en.ts, in Spanish. */
export const repairWordsEs: Readonly<Record<RepairKind, string>> = {
  encoding: "El archivo se escribe en UTF-8.",
  "byte-order-mark": "Se omite la marca de orden de bytes al comienzo del archivo.",
  delimiter: "Las celdas se separan con comas.",
  "line-ends": "Las líneas terminan como los receptores lo esperan.",
  "title-lines": "Se omiten las líneas que están encima del encabezado.",
  "workbook-to-csv": "La hoja se escribe como archivo CSV.",
  "header-spelling": "El encabezado se escribe como lo escribe el formato.",
  "column-order": "Las columnas están en el orden del formato.",
  "empty-column": "Se omite una columna sin nombre y sin valores.",
  "empty-row": "Se omite una fila sin valores.",
  "bulk-status":
    "Un archivo completo (bulk) deja vacíos status y dateLastModified; todas las filas estaban activas.",
  "double-encoded": "Las letras codificadas dos veces vuelven a ser las que eran.",
  trimmed: "Se omiten los espacios alrededor del valor.",
  boolean: "El valor se escribe true o false, como lo quiere el formato.",
  date: "La fecha se escribe como la quiere el formato; solo puede leerse de una manera.",
  "enum-case": "El valor se escribe con las mayúsculas y minúsculas de la lista del formato.",
  "zeros-by-list": "Vuelve el cero inicial; la lista del formato tiene el valor con él.",
  "zeros-by-length": "Vuelven los ceros iniciales; la política de la LEA da la longitud.",
  "zeros-by-match":
    "El identificador se escribe como lo tiene el archivo al que se refiere, o el que se refiere a él.",
};

export const leftWordsEs: Readonly<Record<LeftReason, string>> = {
  "ambiguous-date": "Las fechas pueden leerse con el mes primero o con el día primero.",
  "two-digit-year": "El año tiene dos cifras, así que el siglo no es seguro.",
  "spreadsheet-date": "Una hoja de cálculo reemplazó el valor, y el original ya no está en el archivo.",
  "would-collide": "Corregidos, dos registros tendrían el mismo identificador.",
  "several-matches": "Más de un identificador coincide al reponer los ceros.",
  "encoding-not-proved":
    "La codificación del archivo no puede saberse con certeza, así que el archivo no se escribe de nuevo.",
  "no-header":
    "El archivo no tiene encabezado, así que no es bastante seguro qué columna es cuál para escribirlo de nuevo.",
  "rows-not-whole":
    "Algunas filas o celdas no se pudieron leer como se quería, y escribir el archivo de nuevo las perdería.",
};

export const remainsEs: readonly (readonly [rules: RegExp, because: string])[] = [
  [
    /^(missing|required|metadata|header-only|empty-file|class-without|student-without|delta-without)/,
    "Lo que falta no está en los archivos.",
  ],
  [/^(dangling|reference|school-not)/, "Nada en los archivos prueba qué registro se quería."],
  [
    /^(duplicate|internal-id|two-primary|student-in-two)/,
    "Nada en los archivos dice cuál de los registros es el correcto.",
  ],
  [
    /^(encrypted|unreadable|unsafe|truncated|zip-in|wrong-file|git-lfs|file-)/,
    "El archivo mismo no puede corregirse.",
  ],
  [/./, "Nada en los archivos prueba qué se quería."],
];
