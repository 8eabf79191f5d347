import { saveFile } from "../../components/save-file.ts";
import type { Say } from "../../components/say.ts";
import { parseProfile } from "../../utils/portals/parse-profile.ts";
import { keyAreas } from "../../utils/store/browser-store.ts";
import { forgetTaught, type Taught } from "../../utils/store/taught.ts";

/** Portals that a person taught on this computer: to share as a file, or to delete. */
export const TaughtPortals = ({ taught, say }: { taught: readonly Taught[]; say: Say }) =>
  taught.length === 0 ? null : (
    <section class="card">
      <h2>{say("teach.list")}</h2>
      <ul>
        {taught.map(({ profile, settings }) => {
          const parsed = parseProfile(profile);
          const title = parsed.ok ? parsed.profile.title : settings.profile;
          const name = (what: string) => `${what}: ${title}`;
          return (
            <li key={settings.profile}>
              <strong>{title}</strong>{" "}
              <span class="quiet">
                {say("teach.list.pages", {
                  origin: settings.origins.join(", "),
                  count: parsed.ok ? parsed.profile.pages.length : 0,
                })}
              </span>
              <div class="actions">
                <button
                  type="button"
                  aria-label={name(say("teach.list.file"))}
                  onClick={() => saveFile(`${settings.profile}.profile.json`, profile)}
                >
                  {say("teach.list.file")}
                </button>
                <button
                  type="button"
                  class="danger"
                  aria-label={name(say("teach.list.delete"))}
                  onClick={() => forgetTaught(keyAreas().local, settings.profile)}
                >
                  {say("teach.list.delete")}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
