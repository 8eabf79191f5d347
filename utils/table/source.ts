/** A file to read: a name for people and a blob, which both a browser File and Node's fs.openAsBlob give. */
export type SourceFile = { name: string; blob: Blob };
