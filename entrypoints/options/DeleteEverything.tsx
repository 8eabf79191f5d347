import { useState } from "preact/hooks";
import { browser } from "#imports";
import type { Say } from "../../components/say.ts";
import { currentStore, keyAreas } from "../../utils/store/browser-store.ts";
import { deleteEverything } from "../../utils/store/purge.ts";

const deleteAll = async () => {
  const { database } = await currentStore();
  await deleteEverything(database, keyAreas());
  // What is known of open tabs names classes.
  await browser.storage.session.clear();
};

/** Asks once, deletes, and says that it is done. */
export const DeleteEverything = ({ say }: { say: Say }) => {
  const [step, setStep] = useState<"resting" | "asking" | "done">("resting");
  return (
    <section class="card">
      <h2>{say("options.delete")}</h2>
      <p>{say("options.delete.text")}</p>
      {step === "asking" ? (
        <div class="actions" role="alert">
          <span>{say("options.delete.sure")}</span>
          <button type="button" class="danger" onClick={() => deleteAll().then(() => setStep("done"))}>
            {say("options.delete.yes")}
          </button>
          <button type="button" onClick={() => setStep("resting")}>
            {say("options.delete.no")}
          </button>
        </div>
      ) : (
        <div class="actions">
          <button type="button" class="danger" onClick={() => setStep("asking")}>
            {say("options.delete")}
          </button>
          <span role="status">{step === "done" && say("options.deleted")}</span>
        </div>
      )}
    </section>
  );
};
