/** Hands a person a JSON file of their own making; nothing is sent. */
export const saveFile = (name: string, content: unknown): void =>
  saveText(name, `${JSON.stringify(content, null, 2)}\n`, "application/json");

/** Hands a person a text as a file; nothing is sent. */
export const saveText = (name: string, content: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
