import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type UserManifest } from "wxt";

/** The demo and test build is granted loopback at install; the production build is granted nothing. */
const loopback = ["http://127.0.0.1/*", "http://localhost/*"];

/** As entrypoints/background/portal-scripts.ts registers them for granted sites. */
const demoPortalScripts = [
  { js: ["content-scripts/portal.js"], world: "ISOLATED" },
  { js: ["page-world.js"], world: "MAIN" },
].map((script) => ({
  ...script,
  matches: loopback,
  run_at: "document_start",
  all_frames: true,
  match_origin_as_fallback: true,
}));

/**
 * Nothing leaves: no connection, no frame, no remote code, no inline style. 'wasm-unsafe-eval' lets the scanner's WebAssembly
 * run, which comes with the package; it allows no script. WXT's dev server needs its socket.
 */
const contentSecurityPolicy = (serving: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `connect-src ${serving ? "ws://localhost:* http://localhost:*" : "'none'"}`,
  ].join("; ");

/** What every browser gets. Name and description come from public/_locales. */
const commonManifest = (serving: boolean): UserManifest => ({
  name: "__MSG_extName__",
  description: "__MSG_extDescription__",
  default_locale: "en",
  incognito: "not_allowed",
  action: { default_title: "__MSG_actionTitle__" },
  content_security_policy: { extension_pages: contentSecurityPolicy(serving) },
  optional_host_permissions: ["https://*/*", ...loopback],
});

const chromeManifest: UserManifest = {
  // 148 is the first Chrome whose runtime messages carry a File by structured clone (docs/architecture.md).
  minimum_chrome_version: "148",
  permissions: ["storage", "scripting", "activeTab", "alarms", "sidePanel", "offscreen"],
  ...(existsSync(join(import.meta.dirname, "public/managed-schema.json"))
    ? { storage: { managed_schema: "managed-schema.json" } }
    : {}),
};

const firefoxManifest: UserManifest = {
  permissions: ["storage", "scripting", "activeTab", "alarms"],
  // In the toolbar, not behind the puzzle piece: a portal is granted in two clicks, icon and Allow.
  action: { default_title: "__MSG_actionTitle__", default_area: "navbar" },
  browser_specific_settings: {
    gecko: {
      id: "rosterguard@rosterguard.example",
      strict_min_version: "140.0",
      data_collection_permissions: { required: ["none"] },
    },
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ["chrome", "edge", "firefox"],
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  manifest: ({ browser, command }) => ({
    ...commonManifest(command === "serve"),
    ...(browser === "firefox" ? firefoxManifest : chromeManifest),
  }),
  hooks: {
    "build:manifestGenerated": (wxt, manifest) => {
      if (wxt.config.browser !== "firefox") {
        // Newer than WXT's manifest type.
        Object.assign(manifest, { message_serialization: "structured_clone" });
      } else if (manifest.sidebar_action) {
        // Firefox opens a sidebar when its extension is installed; ours waits until somebody asks for it.
        Object.assign(manifest.sidebar_action, { open_at_install: false });
      }
      // The portal scripts are registered at run time for granted origins; only the demo build, which is granted
      // loopback, names them up front.
      delete manifest.content_scripts;
      delete manifest.host_permissions;
      if (wxt.config.mode === "demo") {
        Object.assign(manifest, { host_permissions: loopback, content_scripts: demoPortalScripts });
      }
    },
  },
  vite: () => ({
    // Vite's preload helper would put a fetch into every page: the policy forbids it and nobody needs it.
    build: { modulePreload: false },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    worker: { format: "es" },
  }),
});
