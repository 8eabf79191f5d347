import { html } from "../../shared/html.ts";
import type { LookalikePage } from "../page.ts";
import { change, makeOrdinary, press, write } from "./ordinary.ts";

const subjects = [
  "Field trip forms",
  "Schedule change for Friday",
  "Re: missing homework",
  "Please add my son to your class",
  "Lunch account",
  "Your roster was updated",
];

export const mail: LookalikePage = makeOrdinary({
  slug: "mail",
  title: "Inbox",
  about:
    "messages from people, with boxes, icons that delete and move, and a composer with a list of recipients",
  seed: 209,
  counts: { senders: 18 },
  body: ({
    people,
  }) => html`<div class="toolbar"><button type="button" id="compose" data-dialog="New message" data-dialog-act="send-message">Compose</button><button type="button" id="archive" data-act="archive">Archive</button><label>Move to <select id="folder" data-act="move-message"><option>Inbox</option><option>Parents</option></select></label></div>
<div role="grid" id="messages" aria-rowcount="18">${people.map(
    (one, index) =>
      html`<div role="row" class="message"><span role="gridcell"><input type="checkbox" data-act="pick-message" aria-label="Choose"></span> <span class="avatar">${one.first[0]}${one.last[0]}</span><span role="gridcell">${one.last}, ${one.first}</span> <span role="gridcell"><a href="#m" data-act="open-message">${subjects[index % 6]}</a></span> <span role="gridcell">Nov ${String(20 - index)}</span> <span role="gridcell"><button type="button" class="icon" data-act="delete-message" aria-label="Delete">✕</button></span></div>`,
  )}</div>`,
  actions: [
    press("pick-message", "#messages [role=row]:nth-child(2) input"),
    press("open-message", "#messages [role=row]:nth-child(3) a"),
    press("delete-message", "#messages [role=row]:nth-child(4) button"),
    press("archive", "#archive"),
    change("move-message", "#folder", "Parents"),
    {
      name: "send-message",
      kind: "none",
      steps: [{ click: "#compose" }, { type: "Dear families" }, { click: "[data-testid=dialog-save]" }],
    },
  ],
});

export const settings: LookalikePage = makeOrdinary({
  slug: "settings",
  title: "My account",
  about: "one's own first name, last name, ID and grade taught in a form that is saved",
  seed: 210,
  counts: {},
  body: () => html`<form id="account" data-act="save-settings"><label class="field">First Name <input name="first" value="Marisol" data-act="own-first-name"></label><label class="field">Last Name <input name="last" value="Quinn" data-act="own-last-name"></label>
<label class="field">Employee ID <input name="id" value="900412" readonly></label><label class="field">Grade taught <select name="grade" data-act="grade-taught"><option>07</option><option>08</option></select></label>
<label><input type="checkbox" name="mail" data-act="mail-me"> Mail me when a student is added to or removed from my roster</label><p><button type="submit" class="primary" id="save">Save</button></p></form>`,
  actions: [
    write("own-first-name", "[name=first]", "a"),
    change("grade-taught", "[name=grade]", "08"),
    press("mail-me", "[name=mail]"),
    press("save-settings", "#save"),
  ],
});

const files = [
  "Syllabus.docx",
  "Seating chart.pdf",
  "Roster template.xlsx",
  "Unit 3 test.pdf",
  "Lab safety.pdf",
  "Permission slip.docx",
];

export const documents: LookalikePage = makeOrdinary({
  slug: "documents",
  title: "Documents",
  about: "a file list with owners' names, rename in place, icon-only delete, drag into a folder",
  seed: 211,
  counts: { owners: 6 },
  body: ({
    people,
  }) => html`<div class="toolbar"><button type="button" id="new-folder" data-act="new-folder">New folder</button><div id="folder" data-drop="move-file" style="padding: 10px; border: 1px dashed #888">Shared folder</div></div>
<table id="files"><thead><tr><th>Name ▲</th><th>Owner</th><th>Changed</th><th></th></tr></thead><tbody>${people.map(
    (one, index) =>
      html`<tr><td><span class="file" draggable="true">${files[index]}</span> <input data-act="rename-file" size="12" aria-label="Rename"></td><td>${one.last}, ${one.first}</td><td>2026-11-${String(10 + index)}</td><td><a href="#x" class="icon" data-act="delete-file" title="Delete">✕</a></td></tr>`,
  )}</tbody></table>`,
  actions: [
    press("new-folder", "#new-folder"),
    write("rename-file", "#files tbody tr:nth-child(2) input", "Chart.pdf"),
    press("delete-file", "#files tbody tr:nth-child(3) a"),
    { name: "move-file", kind: "none", steps: [{ drag: ["#files tbody tr:nth-child(4) .file", "#folder"] }] },
  ],
});

const posts = [
  "I think the mitochondria one.",
  "Can we use our notes?",
  "See page 41, figure 2.",
  "Agreed, and the lab shows it too.",
];

export const discussion: LookalikePage = makeOrdinary({
  slug: "discussion",
  title: "Discussion: Which organelle matters most?",
  about:
    "students' posts as cards with initials and names, replies, an editable box, remove and edit buttons on posts",
  seed: 212,
  counts: { class: 12 },
  body: ({ people }) =>
    html`<div class="cards" id="posts">${people.map(
      (one, index) =>
        html`<article class="card" data-post="${String(4000 + index)}"><span class="avatar">${one.first[0]}${one.last[0]}</span><strong>${one.first} ${one.last}</strong><p>${posts[index % 4]}</p><button type="button" data-act="like-post">Like</button><button type="button" class="icon" data-act="remove-post" aria-label="Remove">✕</button></article>`,
    )}</div><div contenteditable="true" id="reply" style="min-height: 60px; border: 1px solid #999" aria-label="Reply"></div><button type="button" id="send" data-act="post-reply">Post reply</button>`,
  actions: [
    press("like-post", "#posts .card:nth-child(2) [data-act=like-post]"),
    press("remove-post", "#posts .card:nth-child(3) [data-act=remove-post]"),
    {
      name: "post-reply",
      kind: "none",
      steps: [{ click: "#reply" }, { type: "Thank you, Grade 7." }, { click: "#send" }],
    },
  ],
});
