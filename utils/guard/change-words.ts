/**
 * Words by which controls say what they do to a roster, in English and Spanish, as whole words without case or accents.
 * They are read from names, titles, icons' classes and addresses alike: "fa-trash", "person_remove", "/students/drop?id=".
 */

export type ChangeWord = "add" | "remove" | "move" | "edit";

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const words: Record<ChangeWord, ReadonlySet<string>> = {
  remove:
    list(`remove removing delete deletes drop dropped withdraw withdrawn withdrawal unenroll unenrol disenroll disenrol unassign
deactivate inactivate inactive exit exited trash trashcan bin recycle minus subtract discharge erase conclude end
eliminar elimina quitar quita borrar borra baja retirar retira desinscribir desmatricular expulsar inactivar
desactivar inactivo inactiva sacar excluir papelera concluir`),
  move: list(`move transfer transferred reassign relocate swap exchange promote mover mueve trasladar traslada traslado
transferir transfiere reasignar intercambiar`),
  add: list(`add adding enroll enrol enrolled enrollment new create insert register admit assign plus
agregar agrega anadir anade inscribir inscribe inscripcion matricular matricula nuevo nueva crear crea alta insertar registrar
incorporar asignar`),
  edit: list(`edit editing modify change correct amend rename update pencil pen pencilsquare fix
editar edita modificar modifica cambiar cambia corregir corrige actualizar actualiza renombrar rectificar lapiz`),
};

/** What makes it no change of a roster: other things one may add, edit or remove, and ways out. */
const others =
  list(`cancel close back filter filters column columns view views sort page pages layout widget dashboard note notes
comment comments message messages email mail print export import download upload report reports search password assignment
assignments assessment task tasks event events attachment file files guardian guardians parent parents staff contact contacts
tag tags bookmark favorite seat seating photo language theme account profile
cancelar cerrar volver filtro filtros columna columnas vista vistas ordenar pagina nota notas comentario comentarios mensaje
mensajes correo imprimir exportar importar descargar subir informe informes buscar contrasena tarea tareas evento archivo
archivos tutor padres personal contacto etiqueta idioma cuenta perfil`);

const classes =
  list(`class classes section sections homeroom group groups period course clase clases seccion grupo grupos curso aula
salon`);
const schools = list("school schools campus building escuela escuelas plantel colegio");
const teachers = list("teacher teachers maestro maestra docente profesor profesora");
const enrolling = list(
  "enroll enrol enrollment assign inscribir inscribe inscripcion matricular matricula asignar",
);
const saves = list(
  "save submit apply commit update done guardar guarda enviar aplicar actualizar confirmar confirm",
);
const selecting = list("select deselect all checkbox seleccionar seleccione marcar todos todas");
const searching = list("search find filter lookup quick buscar busca encontrar filtrar filtro");

/** "fa-userRemove" is "fa", "user", "remove"; "Añadir…" is "anadir". */
export const wordsIn = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

const glyphs: [RegExp, ChangeWord][] = [
  [/^[+\uff0b\u2795]$/u, "add"],
  [/^[-\u2212\u2013\u2796\u00d7\u2715\u2716\u2717\u2718\u274c\u{1f5d1}]\ufe0f?$/u, "remove"],
  [
    /^(?:[<>\u2190-\u2193\u2194\u21d0\u21d2\u25c0\u25b6\u25ba\u25c4\u00ab\u00bb\u2039\u203a\u2b05\u27a1]\ufe0f?)+$/u,
    "move",
  ],
  [/^[\u270e\u270f\u270d\u{1f589}]\ufe0f?$/u, "edit"],
];

/** A control that says no word but a sign: "+", "×", "→". */
export const signIn = (text: string): ChangeWord | undefined =>
  glyphs.find(([glyph]) => glyph.test(text.trim()))?.[1];

/** What the words say is done; "none" where they speak of something else, undefined where they say nothing of the kind. */
export const changeIn = (said: readonly string[]): ChangeWord | "none" | undefined => {
  const has = (set: ReadonlySet<string>) => said.some((word) => set.has(word));
  if (has(others)) return "none";
  if (has(words.edit) && (has(classes) || has(schools))) return "move";
  return (["remove", "move", "add", "edit"] as const).find((each) => has(words[each]));
};

export const speakOf = {
  schools: (said: readonly string[]) => said.some((word) => schools.has(word)),
  teachers: (said: readonly string[]) => said.some((word) => teachers.has(word)),
  enrolling: (said: readonly string[]) => said.some((word) => enrolling.has(word)),
  saving: (said: readonly string[]) => said.some((word) => saves.has(word)),
  selecting: (said: readonly string[]) => said.some((word) => selecting.has(word)),
  searching: (said: readonly string[]) => said.some((word) => searching.has(word)),
};
