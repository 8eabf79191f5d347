/**
 * A file to read: a name for people and a blob, which both a browser File and Node's fs.openAsBlob give; and when it was
 * written ("2026-11-21T01:30:00"), where the blob does not say so itself.
 */
export type SourceFile = { name: string; blob: Blob; written?: string };
