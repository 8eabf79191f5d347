/**
 * The look of all surfaces, kept in pixels because the page's root font size is not ours. Colours keep 4.5:1 in both
 * schemes; in forced colours the borders carry the shapes. No filter and no opacity on a button, not even under the
 * pointer: IntersectionObserver v2 would take it for hidden, and its press for a trick (deliberate-click.ts).
 */
export const styles = `
:host{all:initial}
*{box-sizing:border-box}
.card,.chip{--paper:#fff;--ink:#1d2733;--soft:#4d5b69;--line:#d5dce3;--tint:#eef4f7;--lead:#0a5a78;--lead-ink:#fff;
--warm:#b45f06;--warm-tint:#fdf5e8;--good:#1b6e4b;--bad:#a8321f;
position:fixed;color:var(--ink);background:var(--paper);border:1px solid var(--line);
font:400 14px/1.45 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,system-ui,sans-serif;letter-spacing:normal;
text-align:start;-webkit-font-smoothing:antialiased;
box-shadow:0 1px 2px rgb(16 30 44/.08),0 8px 28px rgb(16 30 44/.16)}
.card{width:340px;max-width:calc(100vw - 16px);border-radius:12px}
.inner{max-height:calc(100vh - 20px);overflow:auto;overscroll-behavior:contain;padding:13px 16px 16px;border-radius:11px;
border-top:3px solid var(--tone,transparent)}
[data-tone=warm]{--tone:var(--warm)}
[data-tone=good]{--tone:var(--good)}
[data-tone=bad]{--tone:var(--bad)}
[data-tone=lead]{--tone:var(--lead)}
.tip{position:absolute;width:12px;height:12px;background:var(--paper);border:1px solid var(--line);transform:rotate(45deg)}
[data-at=below] .tip{top:-6px;left:var(--tip);background:var(--tone);border-color:var(--tone)}
[data-at=above] .tip{bottom:-6px;left:var(--tip)}
[data-at=right] .tip{left:-6px;top:var(--tip)}
[data-at=left] .tip{right:-6px;top:var(--tip)}
[data-at=aside] .tip{display:none}
.inner{position:relative;background:var(--paper)}
.callout{width:384px}
.corner{bottom:16px;right:16px}
.corner[data-side=left]{right:auto;left:16px}
.head{display:flex;align-items:flex-start;gap:10px}
.mark{flex:none;width:20px;height:20px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.head>.mark{color:var(--lead);margin-top:1px}
[data-tone] .head>.mark{color:var(--tone)}
p,ul,pre{margin:0}
.callout .title{font-size:14.5px}
.title{flex:1;font-weight:600;font-size:15px;line-height:1.35;outline:none;overflow-wrap:anywhere}
.lines{margin:8px 0 0;padding:0;list-style:none;display:grid;gap:6px;color:var(--soft)}
.lines li{overflow-wrap:anywhere}
.summary{margin-top:12px;padding:9px 11px;border-radius:8px;background:var(--tint);color:var(--ink)}
.summary[data-tone=warm]{background:var(--warm-tint);border-inline-start:3px solid var(--warm)}
.actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
button,a{font:inherit;cursor:pointer;text-decoration:none}
.actions button,.actions a,.channels a{display:inline-flex;align-items:center;justify-content:center;min-height:36px;padding:6px 14px;
border-radius:8px;border:1px solid var(--line);background:var(--paper);color:var(--lead);font-weight:550}
.actions .main,.channels a:first-child{background:var(--lead);border-color:var(--lead);color:var(--lead-ink)}
.channels{display:flex;flex-wrap:wrap;gap:8px;margin-top:12px}
.channels a{flex:1 1 auto;text-align:center;overflow-wrap:anywhere}
.channels a:first-child{flex-basis:100%}
.actions button:hover,.actions a:hover,.channels a:hover,.draft button:hover,.icon:hover,.chip:hover{box-shadow:inset 0 0 0 99px rgb(90 120 140/.14)}
.icon{flex:none;display:inline-flex;align-items:center;justify-content:center;width:28px;height:28px;margin:-4px -6px 0 0;padding:0;
border:0;border-radius:7px;background:transparent;color:var(--soft)}
.icon .mark{width:18px;height:18px}
.chip{display:inline-flex;align-items:center;gap:8px;min-height:36px;padding:6px 14px 6px 11px;border-radius:999px;font-weight:550;color:var(--ink)}
.chip .mark{color:var(--lead)}
.chip[data-tone] .mark{color:var(--tone)}
:focus-visible{outline:2px solid var(--lead);outline-offset:2px}
.draft{display:flex;align-items:flex-end;justify-content:space-between;gap:8px;margin-top:14px;color:var(--soft);font-size:13px}
.draft button{min-height:28px;padding:2px 10px;border-radius:7px;border:1px solid var(--line);background:var(--paper);color:var(--lead);font-weight:550}
.less{margin-top:12px;color:var(--soft);font-size:13px}
.less summary{cursor:pointer;width:fit-content;border-radius:6px}
.less .actions{margin-top:8px}
.less .actions button{min-height:30px;padding:3px 10px}
[data-text]{display:block;font-weight:600;overflow-wrap:anywhere}
[data-text]::before{content:attr(data-text)}
pre{margin-top:6px;padding:9px 11px;max-height:104px;overflow:auto;border:1px solid var(--line);border-radius:8px;background:var(--tint);
font:400 13px/1.45 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--ink)}
progress{display:block;width:100%;height:8px;margin-top:12px;border:0;border-radius:4px;overflow:hidden;appearance:none;background:var(--tint)}
progress::-webkit-progress-bar{background:var(--tint)}
progress::-webkit-progress-value{background:var(--lead)}
progress::-moz-progress-bar{background:var(--lead)}
.figures{display:flex;justify-content:space-between;gap:2px 12px;flex-wrap:wrap;margin-top:6px;color:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
.note{margin-top:10px;color:var(--soft)}
.done{margin-top:10px;color:var(--good);font-weight:550}
[hidden],.note:empty,.done:empty{display:none!important}
.heard{position:fixed;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (pointer:coarse){.actions button,.draft button,.actions a,.channels a,.chip{min-height:44px}.icon{width:44px;height:44px;margin:-12px -12px -8px 0}}
@media (prefers-color-scheme:dark){.card,.chip{--paper:#1d252e;--ink:#e9eef3;--soft:#b3c0cb;--line:#3a4754;--tint:#27323d;--lead:#7cc7e4;--lead-ink:#0c2029;
--warm:#f0b35c;--warm-tint:#3a2f1e;--good:#6fd0a2;--bad:#ff9d8a;box-shadow:0 1px 2px rgb(0 0 0/.4),0 8px 28px rgb(0 0 0/.5)}}
@media (prefers-reduced-motion:no-preference){.arrive{animation:arrive .16s ease-out}@keyframes arrive{from{transform:translateY(6px)}}}
@media (forced-colors:active){progress{appearance:auto}.tip{display:none}.card,.chip,.actions button,.actions a,.channels a,.icon{border:1px solid ButtonBorder}.mark{stroke:CanvasText}}
@media print{.card,.chip{display:none}}
`;
