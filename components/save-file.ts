/** Hands a person a JSON file of their own making; nothing is sent. */
export const saveFile = (name: string, content: unknown): void =>
  saveText(name, `${JSON.stringify(content, null, 2)}\n`, "application/json");

/** Hands a person a text as a file; nothing is sent. */
export const saveText = (name: string, content: string, type: string): void =>
  saveBlob(name, new Blob([content], { type }));

/** Hands a person bytes as a file; nothing is sent. */
export const saveBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
