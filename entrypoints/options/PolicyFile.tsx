import { useState } from "preact/hooks";
import { saveFile } from "../../components/save-file.ts";
import type { Say } from "../../components/say.ts";
import { isConfigured } from "../../utils/policy/default-policy.ts";
import type { MergedPolicy } from "../../utils/policy/merge-policies.ts";
import { parsePolicyText } from "../../utils/policy/parse-policy.ts";
import { policyAreas } from "../../utils/store/browser-store.ts";
import { forgetPolicyFile, writePolicyFile } from "../../utils/store/policies.ts";

/** Loading, saving and removing the LEA's policy; what is wrong with a file is said sentence by sentence. */
export const PolicyFile = ({ merged, say }: { merged: MergedPolicy; say: Say }) => {
  const { policy, managedKeys } = merged;
  const [problems, setProblems] = useState<string[]>([]);
  const [loaded, setLoaded] = useState("");

  const load = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const parsed = parsePolicyText(await file.text());
    setProblems(parsed.ok ? [] : parsed.problems);
    setLoaded(parsed.ok ? parsed.policy.lea.name : "");
    if (parsed.ok) await writePolicyFile(policyAreas(), parsed.policy);
    input.value = "";
  };

  return (
    <section class="card">
      <h2>{say("options.policy")}</h2>
      <p>
        {policy.lea.name === ""
          ? say("options.policy.none")
          : say("options.policy.of", { lea: policy.lea.name })}
      </p>
      {managedKeys.length > 0 && (
        <p>
          <span class="tag">{say("options.managed")}</span>{" "}
          {say("options.managed.text", { keys: managedKeys.join(", ") })}
        </p>
      )}
      <p>
        <label>
          {say("options.import")}{" "}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => load(event.currentTarget as HTMLInputElement)}
          />
        </label>
      </p>
      <p role="status">{loaded && say("options.imported", { lea: loaded })}</p>
      {problems.length > 0 && (
        <div class="message bad" role="alert">
          <p>{say("options.problems")}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {isConfigured(policy) && (
        <div class="actions">
          <button type="button" onClick={() => saveFile("rosterguard-policy.json", policy)}>
            {say("options.export")}
          </button>
          <button type="button" onClick={() => forgetPolicyFile(policyAreas())}>
            {say("options.forget")}
          </button>
        </div>
      )}
    </section>
  );
};
