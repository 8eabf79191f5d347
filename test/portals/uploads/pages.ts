/** Pages that take files in the ways portals do (what each stands for is said beside it); served by `server.ts`. */

export type PageRequest = { path: string; kind: string; step: number };
type MakePage = (request: PageRequest) => string;

/** What every page can call: keeps what the page saw, and sends files at once, as many portals do. */
const client = `
  window.seen = [];
  window.send = async (files, event, nameOf = (file) => file.name) => {
    window.seen.push({ type: event?.type, trusted: event?.isTrusted, names: [...files].map(nameOf) });
    if (files.length === 0) return;
    const form = new FormData();
    if (event) form.append("trusted", String(event.isTrusted));
    for (const file of files) form.append("file", file, nameOf(file));
    await fetch("/receive?kind=" + new URL(location.href).searchParams.get("kind"), { method: "POST", body: form });
    document.title = "Sent";
  };`;

const page = (body: string, script = ""): string =>
  `<!doctype html><html lang="en"><head><title>Files</title><style>body{font:16px sans-serif;padding:24px}
.zone{width:320px;height:120px;border:2px dashed;margin:16px 0}</style></head>
<body><h1>Universal Roster</h1><div id="upload-form"><p>Send your files here.</p>${body}</div>
<script>${client}${script}</script></body></html>`;

const form = (kind: string, inputs: string, next = "/done"): string =>
  `<form method="post" enctype="multipart/form-data" action="/receive?kind=${kind}&next=${encodeURIComponent(next)}">
${inputs}<p><button id="send">Submit</button></p></form>`;

const byId = `const byId = (id) => document.getElementById(id);`;

const zone = (handler: string): string => `${byId}
  const zone = byId("upload-file");
  for (const type of ["dragenter", "dragover"]) zone.addEventListener(type, (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); zone.classList.remove("over"); ${handler} });`;

/** As the libraries of drop zones do: entries where there are any, else the files themselves. */
const fromEntries = `
  const filesOf = (entry, path, found) => new Promise((resolve) => {
    if (entry.isFile) return entry.file((file) => { found.push([path + file.name, file]); resolve(); });
    const reader = entry.createReader();
    const more = () => reader.readEntries(async (some) => {
      for (const each of some) await filesOf(each, path + entry.name + "/", found);
      if (some.length > 0) more(); else resolve();
    });
    more();
  });
  const take = async (event) => {
    const found = [];
    await Promise.all([...event.dataTransfer.items].map((item) => {
      const entry = item.webkitGetAsEntry();
      if (entry) return filesOf(entry, "", found);
      const file = item.getAsFile();
      if (file) found.push([file.name, file]);
    }));
    const paths = new Map(found.map(([path, file]) => [file, path]));
    await send([...paths.keys()], event, (file) => paths.get(file));
  };`;

const shadow =
  (mode: string): MakePage =>
  () =>
    page(
      `<div id="host"></div>`,
      `${byId}
  const root = byId("host").attachShadow({ mode: "${mode}" });
  const input = document.createElement("input");
  input.type = "file"; input.id = "upload-file"; input.multiple = true;
  root.append(input);
  window.inner = input;
  input.addEventListener("change", (event) => send(input.files, event));`,
    );

/** An input made for the press, opened in a way of its own and sent as soon as it has a file. */
const loose =
  (open: string): MakePage =>
  () =>
    page(
      `<button id="upload-file" type="button">Upload a file</button>`,
      `${byId} byId("upload-file").onclick = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.onchange = (event) => send(input.files, event);
    window.kept = input;
    ${open}
  };`,
    );

/** A button that waits for the file system's dialog; `found` takes pairs of a path and its file. */
const picker =
  (ask: string): MakePage =>
  () =>
    page(
      `<button id="upload-file" type="button">Choose from this computer</button>`,
      `${byId} byId("upload-file").onclick = async (event) => {
    const found = [];
    try {
    ${ask}
    } catch (error) { window.refused = error.name; return; }
    const paths = new Map(found.map(([path, file]) => [file, path]));
    await send([...paths.keys()], event, (file) => paths.get(file));
  };`,
    );

/** A frame in which no card has room, and what is chosen in one. */
const smallFrame = (title: string, source: string): string =>
  `<p><iframe title="${title}" style="width:220px;height:90px" src="${source}"></iframe></p>`;
const sendOnChange = page(
  `<input type="file" id="upload-file" multiple>`,
  `${byId} byId("upload-file").onchange = (event) => send(event.target.files, event);`,
);

const steps = ["users", "orgs", "classes"];

export const uploadPages: Readonly<Record<string, MakePage>> = {
  /** An ordinary form, sent by its button. */
  form: ({ kind }) => page(form(kind, `<input type="file" id="upload-file" name="file" multiple>`)),
  /** Sent by the page's script the moment a file is chosen. */
  "fetch-on-change": () =>
    page(
      `<input type="file" id="upload-file" multiple>`,
      `${byId} byId("upload-file").onchange = (event) => send(event.target.files, event);`,
    ),
  /** The form is submitted by its input, without an event of its own. */
  "submit-on-change": ({ kind }) =>
    page(form(kind, `<input type="file" id="upload-file" name="file" onchange="this.form.submit()">`)),
  /** An input that is made for the press and never in the document. */
  detached: loose("input.click();"),
  /** The same, opened in the other ways there are. */
  "detached-event": loose(`input.dispatchEvent(new MouseEvent("click"));`),
  "detached-show": loose("input.showPicker();"),
  "detached-label": loose(
    `const label = document.createElement("label"); label.append(input); label.click();`,
  ),
  /** In the document for the press alone. */
  removed: loose("document.body.append(input); input.click(); input.remove();"),
  /** A page that holds on to what the browser gave it before anybody could stand before it. */
  blind: loose("(globalThis.keptClick ?? HTMLElement.prototype.click).call(input);"),
  /** An input that is in the document only while its dialog is open. */
  "made-on-click": () =>
    page(
      `<button id="pick" type="button">Upload a file</button>`,
      `${byId} byId("pick").onclick = () => {
    const input = document.createElement("input");
    input.type = "file"; input.id = "upload-file"; input.style.display = "none";
    input.addEventListener("change", (event) => { send([...input.files], event); input.remove(); });
    document.body.append(input);
    input.click();
  };`,
    ),
  /** The file system's own dialogs, which no event tells of: for files, and for a folder. */
  "file-picker": picker(`for (const handle of await showOpenFilePicker({ multiple: true }))
      found.push([handle.name, await handle.getFile()]);`),
  "directory-picker": picker(`const read = async (folder, path) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "file") found.push([path + name, await handle.getFile()]);
        else await read(handle, path + name + "/");
      }
    };
    const folder = await showDirectoryPicker();
    await read(folder, folder.name + "/");`),
  /** A drop zone that asks for the file system's handles. */
  "dropzone-handles": () =>
    page(
      `<div class="zone" id="upload-file">Drop files</div>`,
      `const take = async (event) => {
    const found = [];
    const read = async (handle, path) => {
      if (handle.kind === "file") found.push([path + handle.name, await handle.getFile()]);
      else for await (const each of handle.values()) await read(each, path + handle.name + "/");
    };
    const handles = [...event.dataTransfer.items].map((item) => item.getAsFileSystemHandle());
    for (const handle of await Promise.all(handles)) await read(handle, "");
    const paths = new Map(found.map(([path, file]) => [file, path]));
    await send([...paths.keys()], event, (file) => paths.get(file));
  };${zone("take(event);")}`,
    ),
  "shadow-open": shadow("open"),
  "shadow-closed": shadow("closed"),
  /** The form is two frames down. */
  frames: ({ path, kind, step }) =>
    step < 3
      ? page(
          `<iframe title="workspace" style="width:${1100 - step * 80}px;height:${780 - step * 160}px" src="${path}?kind=${kind}&step=${step + 1}"></iframe>`,
        )
      : page(form(kind, `<input type="file" id="upload-file" name="file">`)),
  "small-frame": ({ path, kind, step }) =>
    step === 1 ? page(smallFrame("choose", `${path}?kind=${kind}&step=2`)) : sendOnChange,
  /** The same, in a frame that would have room. */
  "small-frame-deep": ({ path, kind, step }) =>
    step === 1
      ? page(
          `<iframe title="workspace" style="width:640px;height:420px" src="${path}?kind=${kind}&step=2"></iframe>`,
        )
      : step === 2
        ? page(smallFrame("choose", `${path}?kind=${kind}&step=3`))
        : sendOnChange,
  /** One for each file of a package. */
  "small-frames": ({ path, kind, step }) =>
    step === 1
      ? page(
          ["users", "orgs"].map((name, i) => smallFrame(name, `${path}?kind=${kind}&step=${i + 2}`)).join(""),
        )
      : sendOnChange,
  /** A drop zone in one, and a page within the page that is of another site. */
  "small-frame-drop": ({ path, kind, step }) =>
    step === 1
      ? page(smallFrame("drop", `${path}?kind=${kind}&step=2`))
      : page(
          `<div class="zone" id="upload-file" style="width:180px;height:40px;margin:0">Drop files</div>`,
          `${fromEntries}${zone("take(event);")}`,
        ),
  "small-frame-elsewhere": ({ path, kind, step }) =>
    step === 1
      ? page(
          smallFrame("elsewhere", "about:blank"),
          `document.querySelector("iframe").src = "http://127.0.0.1:" + location.port + "${path}?kind=${kind}&step=2";`,
        )
      : sendOnChange,
  /** A frame without an address of its own. */
  srcdoc: ({ kind }) =>
    page(
      `<iframe title="workspace" style="width:900px;height:400px" srcdoc='<h1>Files</h1>${form(
        kind,
        `<input type="file" id="other" name="file">`,
      )}'></iframe>`,
    ),
  dropzone: () =>
    page(`<div class="zone" id="upload-file">Drop files</div>`, `${fromEntries}${zone("take(event);")}`),
  /** A zone that looks at the file list alone, round an input nobody sees. */
  "zone-over-input": () =>
    page(
      `<label class="zone" id="upload-file" style="display:block">Drop or choose<input type="file" style="position:absolute;opacity:0;width:320px;height:120px"></label>`,
      `${zone("send(event.dataTransfer.files, event);")}
  document.querySelector("input").addEventListener("change", (event) => send(event.target.files, event));`,
    ),
  paste: () =>
    page(
      `<div class="zone" id="upload-file" tabindex="0">Paste files</div>`,
      `${byId} byId("upload-file").addEventListener("paste", (event) => send(event.clipboardData.files, event));`,
    ),
  /** A whole folder is chosen; the paths in it go along. */
  folder: () =>
    page(
      `<input type="file" id="upload-file" webkitdirectory>`,
      `${byId} byId("upload-file").addEventListener("change", (event) => send(event.target.files, event, (file) => file.webkitRelativePath));`,
    ),
  /** One file a page, each in a page load of its own. */
  steps: ({ path, kind, step }) =>
    step > steps.length
      ? page("<p>All files were received.</p>")
      : page(
          `<p>Step ${step}: ${steps[step - 1]}</p>${form(
            kind,
            `<input type="file" id="upload-step" name="file">`,
            `${path}?kind=${kind}&step=${step + 1}`,
          )}`,
        ),
  /** The input is out of sight; its label stands for it. */
  label: ({ kind }) =>
    page(
      form(
        kind,
        `<label style="padding:8px;border:1px solid">Choose a file<input type="file" id="upload-file" name="file" style="display:none"></label>`,
      ),
    ),
  /** As component libraries do: one listener at the root, the value cleared at once, the input made anew. */
  controlled: () =>
    page(
      `<div id="root"></div>`,
      `${byId}
  const render = () => byId("root").replaceChildren(Object.assign(document.createElement("input"), { type: "file", id: "upload-file", multiple: true }));
  byId("root").addEventListener("change", (event) => {
    const files = [...event.target.files];
    event.target.value = "";
    render();
    send(files, event);
  });
  render();`,
    ),
  /** An input for each file of the package, sent together. */
  several: ({ kind }) =>
    page(
      form(
        kind,
        `<p><label>Users <input type="file" name="users" id="users"></label></p><p><label>Organizations <input type="file" name="orgs" id="orgs"></label></p>`,
      ),
    ),
  /** What else a portal takes: a photograph, a document. */
  other: () =>
    page(
      `<p><label>Photo <input type="file" id="photo" accept="image/*"></label></p><p><label>Homework <input type="file" id="homework"></label></p>
<div class="zone" id="upload-file">Drop homework</div>`,
      `${zone("send(event.dataTransfer.files, event);")}
  for (const id of ["photo", "homework"]) byId(id).addEventListener("change", (event) => send(event.target.files, event));`,
    ),
};
