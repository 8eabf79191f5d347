import { many } from "./es-phrases.ts";
import type { RuleWords } from "./rule-words.ts";

/** Spanish: what is wrong with a file before its format matters. */
export const filesEs = {
  "cell-too-long": {
    title: "Celdas demasiado largas para una lista",
    what: ({ count, file, limit, stoppedAtLine }) =>
      `${many(count, "celda")} de ${file} ${count === 1 ? "supera" : "superan"} ${limit ?? "cualquier campo de una lista"}${stopped(stoppedAtLine)}.`,
    why: "El sistema receptor corta la celda o rechaza la fila. Casi siempre falta cerrar una comilla.",
    fix: "Abra el archivo en la línea indicada, cierre la comilla o acorte el texto y exporte de nuevo.",
  },
  "duplicate-header": {
    title: "Dos columnas con el mismo nombre",
    what: ({ file, columns }) => `${file} tiene más de una columna con el mismo nombre: ${columns}.`,
    why: "Cuál de las columnas lee el sistema receptor es cuestión de suerte; muchos rechazan el archivo.",
    fix: "Elimine o cambie el nombre de la segunda columna en la exportación.",
  },
  "irregular-quotes": {
    title: "Comillas en un lugar equivocado",
    what: ({ count, file, stoppedAtLine }) =>
      `${many(count, "celda")} de ${file} ${count === 1 ? "tiene" : "tienen"} comillas donde CSV no las permite${stopped(stoppedAtLine)}.`,
    why: "Los programas leen esas celdas de distintas maneras: unos conservan las comillas, otros las quitan y otros pierden las filas siguientes.",
    fix: "Haga que la exportación ponga comillas alrededor de toda la celda y duplique las que van dentro.",
  },
  "empty-file": {
    title: "Archivo vacío",
    what: ({ file, found }) =>
      found === undefined
        ? `${file} está vacío: ni siquiera tiene encabezado.`
        : `${file} no contiene ningún archivo.`,
    why: "El sistema receptor no puede leerlo y podría entender que no hay nadie en la lista.",
    fix: "Repita la exportación; si el archivo debe estar vacío, no lo incluya en el paquete.",
  },
  "empty-header": {
    title: "Columnas sin nombre",
    what: ({ count, file }) =>
      `${many(count, "columna")} de ${file} no ${count === 1 ? "tiene" : "tienen"} nombre en el encabezado.`,
    why: "Lo que hay en esas columnas se pierde. Las hojas de cálculo las dejan en el borde derecho.",
    fix: "Elimine las columnas sin nombre o exporte desde el sistema de información estudiantil sin pasar por una hoja de cálculo.",
  },
  "encrypted-file": {
    title: "Archivo protegido con contraseña",
    what: ({ file }) => `${file} está protegido con contraseña y no se pudo leer.`,
    why: "El sistema receptor tampoco tiene la contraseña y lo rechaza.",
    fix: "Guárdelo sin contraseña y elíjalo de nuevo.",
  },
  "file-changed": {
    title: "El archivo cambió durante la revisión",
    what: ({ file }) => `${file} cambió mientras se leía, así que no se pudo revisar.`,
    why: "La respuesta no correspondería ni al contenido anterior ni al nuevo.",
    fix: "Espere a que termine la exportación, cierre los programas que tengan abierto el archivo y elíjalo de nuevo.",
  },
  "file-too-large": {
    title: "Archivo demasiado grande para revisarlo",
    what: ({ file, limit }) => `${file} supera ${limit ?? "el límite"} y no se revisó.`,
    why: "Es un límite de Rosterguard, no del sistema receptor: el archivo puede estar bien.",
    fix: "Revíselo con la línea de comandos, divídalo o guarde el libro como CSV.",
  },
  "git-lfs-pointer": {
    title: "Puntero en lugar de datos",
    what: ({ file }) => `${file} es un puntero de Git LFS de pocas líneas; los datos están en otro lugar.`,
    why: "El sistema receptor no encuentra ninguna lista en él.",
    fix: "Obtenga el archivo real (git lfs pull) y elija ese.",
  },
  "header-only": {
    title: "Encabezado sin filas",
    what: ({ file }) => `${file} tiene encabezado pero ninguna fila.`,
    why: ({ format }) =>
      `Algunos sistemas piden estos archivos y ${format === undefined ? "la norma OneRoster los prohíbe" : "otros los toman por una exportación fallida"}. En una carga completa, ninguna fila también puede significar que se elimina a todos.`,
    fix: "Nada, si debe estar vacío; si no, repita la exportación.",
  },
  "not-utf-8": {
    title: "Texto que no está en UTF-8",
    what: ({ file, encoding }) =>
      `${file} está escrito ${encoding === undefined ? "en otra codificación que UTF-8" : `en ${encoding}, no en UTF-8`}.`,
    why: "Los nombres con acentos, como Núñez, llegan dañados, o el archivo se rechaza.",
    fix: "Exporte en UTF-8; en Excel elija «CSV UTF-8 (delimitado por comas)».",
  },
  "nul-bytes": {
    title: "Ceros binarios en el texto",
    what: ({ file }) => `${file} contiene bytes de valor cero, que ningún texto tiene.`,
    why: "Muchos programas dejan de leer ahí y pierden el resto sin avisar.",
    fix: "Repita la exportación. Si vuelve a ocurrir, el archivo se dañó en el camino o no es un CSV.",
  },
  "ragged-rows": {
    title: "Filas con celdas de más o de menos",
    what: ({ count, file, columns }) =>
      `${many(count, "fila")} de ${file} no ${count === 1 ? "tiene" : "tienen"} ${columns === undefined ? "tantas celdas como el encabezado" : `las ${columns} celdas del encabezado`}.`,
    why: "Los valores pasan a la columna equivocada o el sistema receptor descarta la fila.",
    fix: "Busque en las líneas indicadas una coma dentro de un valor sin comillas o una coma que falta.",
  },
  "reserved-header": {
    title: "Nombre de columna reservado",
    what: ({ file, columns }) =>
      `${file} tiene un nombre de columna que los programas usan para sí mismos: ${columns}.`,
    why: "En muchos programas la columna desaparece sin aviso.",
    fix: "Cambie el nombre de la columna en la exportación.",
  },
  "truncated-zip": {
    title: "Zip dañado",
    what: ({ file, because }) =>
      because === undefined
        ? `${file} pertenece a un zip al que le falta el final.`
        : `${file} está dañado dentro de su zip.`,
    why: "El sistema receptor no puede abrirlo.",
    fix: "Cópielo o descárguelo de nuevo; si lo creó una exportación, repítala.",
  },
  "unclosed-quote": {
    title: "Comilla sin cerrar",
    what: ({ file, stoppedAtLine }) =>
      `${file} tiene una comilla que se abre y nunca se cierra${stopped(stoppedAtLine)}.`,
    why: "Todo lo que sigue cuenta como una sola celda, así que las filas siguientes se pierden.",
    fix: "Cierre la comilla en la línea indicada; una comilla dentro de un valor se escribe dos veces.",
  },
  "unreadable-workbook": {
    title: "Libro de Excel que no se puede abrir",
    what: ({ file }) => `${file} no se pudo abrir como libro de Excel.`,
    why: "El sistema receptor tampoco puede leerlo.",
    fix: "Ábralo en Excel, guárdelo de nuevo como .xlsx (no .xls) y elija el archivo nuevo.",
  },
  "unsafe-zip": {
    title: "Zip que no es seguro abrir",
    what: ({ file, because, limit }) => `${file} no se abrió porque ${unsafe(because, limit)}.`,
    why: "Estos archivos pueden detener una computadora o sobrescribir otros, así que los sistemas receptores también los rechazan. Un paquete de listas nunca es así.",
    fix: "Comprima de nuevo los archivos CSV de la manera habitual, sin carpetas ni partes, y elija el archivo nuevo.",
  },
  "wrong-delimiter": {
    title: "Columnas no separadas por comas",
    what: ({ file, delimiter }) =>
      `${file} separa sus columnas con ${nameDelimiter(delimiter)} en lugar de comas.`,
    why: "El sistema receptor ve una sola columna y rechaza el archivo.",
    fix: "Exporte con comas. Excel toma el separador de la configuración regional de la computadora.",
  },
  "wrong-file-type": {
    title: "No es un archivo de lista",
    what: ({ file, found }) =>
      `${file} ${found === undefined ? "no es una tabla" : `es ${nameType(found)}, no una tabla`}, aunque su nombre lo diga.`,
    why: "El sistema receptor no puede leerlo.",
    fix: "Elija el archivo que escribió la exportación.",
  },
  "zip-in-zip": {
    title: "Zip dentro del zip",
    what: ({ file }) => `${file} es un zip dentro del zip; no se abrió.`,
    why: "Los sistemas receptores buscan los CSV en el primer nivel del zip y no abren un segundo.",
    fix: "Ponga los archivos CSV mismos en un solo zip.",
  },
} as const satisfies Record<string, RuleWords>;

/** Where reading had to end; what follows was not checked, and that is said. */
const stopped = (line: string | number | undefined): string =>
  line === undefined ? "" : `, así que solo se leyó hasta la línea ${line}`;

const unsafe = (because: string | number | undefined, limit: string | number | undefined): string => {
  const reasons: Record<string, string> = {
    path: "una entrada apunta fuera del archivo",
    entries: `tiene más de ${limit} entradas`,
    ratio: `se expande a más de ${limit} veces su tamaño`,
    size: "se expande a más de lo que declara",
    zip64: "tiene la forma de los archivos de más de 4 GB",
    "several-disks": "es una parte de varias",
    method: "está comprimido de una manera inusual",
  };
  return reasons[String(because)] ?? "se expande a mucho más que una lista, o fuera de su carpeta";
};

const nameDelimiter = (delimiter: string | number | undefined): string => {
  const names: Record<string, string> = {
    ";": "punto y coma",
    "\t": "tabuladores",
    "|": "barras verticales",
    "，": "comas de ancho completo",
  };
  return names[String(delimiter)] ?? "otra cosa";
};

/** The reader names what it found in English; these are the kinds it knows. */
const nameType = (found: string | number): string => {
  const names: readonly (readonly [RegExp, string])[] = [
    [/PDF/, "un documento PDF"],
    [/picture/, "una imagen"],
    [/archive/, "un archivo comprimido"],
    [/database/, "una base de datos"],
    [/Excel|Office/, "un archivo antiguo de Office"],
    [/web page|HTML/, "una página web"],
    [/XML/, "un documento XML"],
    [/JSON/, "un documento JSON"],
    [/document/, "un documento de texto"],
  ];
  return names.find(([pattern]) => pattern.test(String(found)))?.[1] ?? String(found);
};
