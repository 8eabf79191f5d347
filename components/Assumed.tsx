import type { Say } from "./say.ts";

/** What is taken for granted of a portal and an LEA must confirm; nothing where all is certain. */
export const Assumed = ({ statements, say }: { statements: readonly string[]; say: Say }) =>
  statements.length === 0 ? null : (
    <details class="assumed">
      <summary>{say("portal.assumed", { count: statements.length })}</summary>
      <ul>
        {statements.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
