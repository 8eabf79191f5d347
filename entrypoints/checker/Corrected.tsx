import { CorrectedCopy } from "../../components/CorrectedCopy.tsx";
import type { Say } from "../../components/say.ts";
import { nameFilesOf } from "../../utils/findings/container.ts";
import { type Checked, useCorrectedCopy } from "./use-corrected-copy.ts";

/** The corrected copy of what was checked. */
export const Corrected = ({ say, ...checked }: Checked & { say: Say }) => {
  const { state, look, make } = useCorrectedCopy(checked);
  return (
    <CorrectedCopy
      state={state}
      say={say}
      nameFile={nameFilesOf(checked.report.files.map(({ name }) => name))}
      onLook={look}
      onMake={make}
    />
  );
};
