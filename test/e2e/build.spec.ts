import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/** What the store would get: the production builds, read as files. */
const output = join(import.meta.dirname, "..", "..", ".output");
const manifestOf = (build: string) =>
  JSON.parse(readFileSync(join(output, build, "manifest.json"), "utf8")) as Record<string, unknown> & {
    permissions: string[];
    content_security_policy: { extension_pages: string };
  };
const scriptsOf = (build: string) => globSync("**/*.js", { cwd: join(output, build) });

/**
 * The scripts of every granted page (one beside the page's own world, one in it), and those that come on demand: the surfaces once a page is known to be a portal's, the
 * recogniser where nobody described the page or a profile reads by content; what shows the card of a frame too small for it.
 */
const pageScripts = {
  "content-scripts/portal.js": 40,
  "page-world.js": 4,
  "portal-surfaces.js": 52,
  "frame-cards.js": 8,
  "detect-roster.js": 64,
};

for (const build of ["chrome-mv3", "firefox-mv3"]) {
  test(`${build} asks for no website at install`, () => {
    const manifest = manifestOf(build);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain("<all_urls>");
    expect(manifest.externally_connectable).toBeUndefined();
    for (const broad of ["tabs", "history", "cookies", "webRequest", "unlimitedStorage"]) {
      expect(manifest.permissions).not.toContain(broad);
    }
  });

  test(`${build} can connect to nothing`, () => {
    const policy = manifestOf(build).content_security_policy.extension_pages;
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("default-src 'none'");
    // The scanner's WebAssembly, which comes with the package.
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.replace("'wasm-unsafe-eval'", "")).not.toMatch(/https?:|unsafe-/);
  });

  test(`${build} exposes nothing to pages`, () => {
    expect(manifestOf(build).web_accessible_resources ?? []).toEqual([]);
  });

  for (const [script, kibibytes] of Object.entries(pageScripts)) {
    test(`${build} has a script ${script} of at most ${kibibytes} KiB that speaks to nobody outside`, () => {
      const path = join(output, build, script);
      expect(statSync(path).size).toBeLessThanOrEqual(kibibytes * 1024);
      const code = readFileSync(path, "utf8");
      for (const word of [
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "EventSource",
        "RTCPeerConnection",
      ]) {
        expect(code).not.toContain(word);
      }
    });
  }

  test(`${build} has nothing of the extension in the page's own world`, () => {
    const code = readFileSync(join(output, build, "page-world.js"), "utf8");
    expect(code).not.toMatch(/\b(chrome|browser|runtime|postMessage|localStorage|innerHTML)\b/);
    expect(code).not.toMatch(/rosterguard/i);
    // A script of the page's own world leaves no name in it.
    expect(code).toMatch(/^\(/);
  });

  test(`${build} makes no code or markup of text`, () => {
    const scripts = scriptsOf(build);
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) {
      const code = readFileSync(join(output, build, script), "utf8");
      expect(code, script).not.toMatch(/\.insertAdjacentHTML\(|document\.write\(|\.srcdoc\s*=/);
      expect(code, script).not.toMatch(/import\(\s*["'`]https?:/);
    }
  });
}

test("Chromium gets files by structured clone, which needs 148", () => {
  const manifest = manifestOf("chrome-mv3");
  expect(manifest.message_serialization).toBe("structured_clone");
  expect(manifest.minimum_chrome_version).toBe("148");
});

test("Firefox is told that no data is collected", () => {
  expect(JSON.stringify(manifestOf("firefox-mv3"))).toContain(
    '"data_collection_permissions":{"required":["none"]}',
  );
});
