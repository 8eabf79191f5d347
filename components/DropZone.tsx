import { useState } from "preact/hooks";
import type { Say } from "./say.ts";

/** Where files are dropped or chosen; every way also works with the keyboard. */
export const DropZone = ({
  say,
  onDrop,
  onChoose,
}: {
  say: Say;
  onDrop: (transfer: DataTransfer) => void;
  onChoose: (files: FileList) => void;
}) => {
  const [over, setOver] = useState(false);
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    if (input.files && input.files.length > 0) onChoose(input.files);
  };
  return (
    <section
      class={over ? "drop over" : "drop"}
      aria-label={say("checker.title")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      <p>{say("checker.drop")}</p>
      <p>
        <label>
          {say("checker.files")}{" "}
          <input type="file" multiple accept=".zip,.csv,.txt,.xlsx" onChange={choose} />
        </label>
      </p>
      <p>
        <label>
          {say("checker.folder")} <input type="file" {...{ webkitdirectory: true }} onChange={choose} />
        </label>
      </p>
    </section>
  );
};
