import type { TeachControl } from "../utils/messages/teach-contracts.ts";
import type { ControlPurpose } from "../utils/portals/taught-portal.ts";
import type { Say } from "./say.ts";

/** A control as a list offers it. */
export const sayControl = ({ name, count }: TeachControl, say: Say): string => {
  const called = name === "" ? say("teach.control.unnamed") : name;
  return count > 1 ? say("teach.control.each", { name: called }) : called;
};

/** For each purpose the control that has it: chosen from a list, or pointed at on the page. */
export const TeachControls = ({
  purposes,
  controls,
  picked,
  say,
  onPick,
  onPoint,
}: {
  purposes: readonly ControlPurpose[];
  controls: readonly TeachControl[];
  picked: Readonly<Partial<Record<ControlPurpose, string>>>;
  say: Say;
  onPick: (purpose: ControlPurpose, selector: string) => void;
  onPoint: (purpose: ControlPurpose) => void;
}) => (
  <>
    <p>{say("teach.controls.text")}</p>
    <ul class="teach-controls">
      {purposes.map((purpose) => {
        const what = say(`teach.control.${purpose}`);
        return (
          <li key={purpose}>
            <label for={`teach-${purpose}`}>{what}</label>
            <div class="teach-row">
              <select
                id={`teach-${purpose}`}
                value={picked[purpose] ?? ""}
                onChange={(event) => onPick(purpose, (event.currentTarget as HTMLSelectElement).value)}
              >
                <option value="">{say("teach.control.nothing")}</option>
                {controls.map((control) => (
                  <option key={control.selector} value={control.selector}>
                    {sayControl(control, say)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                aria-label={say("teach.control.point.label", { what })}
                onClick={() => onPoint(purpose)}
              >
                {say("teach.control.point")}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  </>
);
