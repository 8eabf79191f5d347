import { useState } from "preact/hooks";
import type { Say } from "./say.ts";

/** Copies a text and says so, to the eye and to a screen reader. */
export const CopyButton = ({ text, say, onCopied }: { text: string; say: Say; onCopied?: () => void }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    onCopied?.();
  };
  return (
    <>
      <button type="button" onClick={copy}>
        {say("copy")}
      </button>
      <span role="status" class="quiet">
        {copied && say("copied")}
      </span>
    </>
  );
};
