/** Everything the page looks like; it names no other file, so the report opens anywhere and asks nobody. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f5f6f8;--ink:#1b1f24;--soft:#545d68;--line:#d3d8de;
--fault:#b3261e;--fault-ground:#fdeceb;--warning:#8a5300;--warning-ground:#fff4e0;--good:#146c2e;--good-ground:#e7f6ec;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ground:#14171a;--raised:#1f2429;--ink:#e8eaed;--soft:#aab4bf;--line:#3a424b;
--fault:#ff9b93;--fault-ground:#3a1c1a;--warning:#ffc266;--warning-ground:#382a12;--good:#7fd69a;--good-ground:#14301e;--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main,footer{max-width:72rem;margin:0 auto;padding:1rem 1.25rem}
a{color:var(--link)}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem}
h1{font-size:1.15rem;font-weight:600;margin:.5rem 0;color:var(--soft)}
h2{font-size:1.3rem;margin:2.25rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.05rem;margin:0}
.verdict{border:2px solid;border-radius:.75rem;padding:1rem 1.25rem;margin:0 0 1rem}
.verdict p{margin:.25rem 0 0;color:var(--ink)}.verdict .word{font-size:1.9rem;font-weight:700;line-height:1.2;margin:0;color:inherit}
.accept{color:var(--good);background:var(--good-ground)}.reject{color:var(--fault);background:var(--fault-ground)}
.could-not-check{color:var(--warning);background:var(--warning-ground)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
.finding{border:1px solid var(--line);border-left:.35rem solid var(--soft);border-radius:.5rem;padding:.75rem 1rem;margin:0 0 1rem;break-inside:avoid-page}
.finding.fault{border-left-color:var(--fault)}.finding.warning{border-left-color:var(--warning)}
.finding p{margin:.35rem 0}.finding .count{color:var(--soft);font-weight:400}
.small{color:var(--soft);font-size:.9rem}
ol.causes{padding-left:1.5rem}ol.causes li{margin:.5rem 0}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}caption{text-align:left;color:var(--soft);font-size:.9rem;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}td bdi{overflow-wrap:anywhere}
thead th{background:var(--raised)}th[scope=row]{font-weight:600}th[scope=row] bdi{overflow-wrap:anywhere}.beside th[scope=row]{min-width:9rem}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.beside{display:grid;grid-template-columns:minmax(18rem,1fr) minmax(0,max-content);gap:1.5rem;align-items:start}
@media (max-width:60rem){.beside{grid-template-columns:minmax(0,1fr)}}
svg{width:100%;height:auto;font:13px system-ui,sans-serif}svg text{fill:var(--ink)}
.bar-fault,.hatch-line{fill:var(--fault)}.hatch-line{fill:var(--warning)}.hatch-ground{fill:var(--warning-ground)}.bar-warning{stroke:var(--warning)}
.legend{margin:.25rem 0;font-size:.9rem;color:var(--soft)}
.key{display:inline-block;width:.9rem;height:.7rem;margin-left:.75rem;border:1px solid var(--line);print-color-adjust:exact}
.key-fault{background:var(--fault)}.key-warning{background:repeating-linear-gradient(45deg,var(--warning) 0 2px,var(--warning-ground) 2px 5px)}
footer{color:var(--soft);font-size:.9rem;border-top:1px solid var(--line);margin-top:2rem}
@media print{:root{color-scheme:light;--ground:#fff;--raised:#f2f2f2;--ink:#000;--soft:#444;--line:#bbb;--fault:#b3261e;--fault-ground:#fff;
--warning:#8a5300;--warning-ground:#fff;--good:#146c2e;--good-ground:#fff;--link:#000}
body{font-size:10pt}main,footer{max-width:none;padding:0}nav,.skip{display:none}.scroll{overflow:visible}
h2,h3,caption{break-after:avoid}tr,svg,.verdict{break-inside:avoid}thead{display:table-header-group}
.finding{break-inside:auto}svg,.key{print-color-adjust:exact}@page{margin:16mm}}
`;
