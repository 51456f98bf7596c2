import { fonts } from "../type.ts";

/** The page around the figures: one column to read, a rail of contents on wide screens. For paper see print.ts. */
export const style = `
:root{--sans:${fonts.sans};
--serif:${fonts.serif};
--mono:ui-monospace,"SF Mono",Consolas,"DejaVu Sans Mono",monospace;
--page:#F1F4F4;--surface:#FFF;--ink:#15212B;--ink2:#46545F;--ink3:#5F6C76;--rule:#C6CFD3;--hair:#E3E9EA;--accent:#B4321B;--link:#1B4F82}
*{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:13px/1.6 var(--sans);font-variant-numeric:tabular-nums lining-nums;text-autospace:normal;-webkit-text-size-adjust:100%}
body{margin:0}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:12px;top:12px;background:var(--surface);padding:8px 12px}
.sheet{display:grid;grid-template-columns:minmax(0,1fr);max-width:1240px;margin:0 auto;background:var(--surface)}
nav{padding:24px;border-bottom:1px solid var(--hair)}
nav .head{font:600 12px/1.5 var(--sans);color:var(--ink3);margin:0 0 8px}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}
nav a{color:var(--ink2);text-decoration:none;display:inline-block;padding:2px 0}
nav a:hover{color:var(--ink);text-decoration:underline}
main{padding:36px 24px 72px;min-width:0}
header.masthead{border-bottom:2px solid var(--ink);padding-bottom:16px}
h1{font:700 32px/1.25 var(--serif);margin:0;text-wrap:balance}
.dek{color:var(--ink2);font:15px/1.6 var(--serif);margin:6px 0 0}
.byline{font:600 13px/1.6 var(--sans);margin:6px 0 0}
.first-view{border-bottom:1px solid var(--ink);padding-bottom:16px}
.findings{list-style:none;counter-reset:finding;margin:20px 0 0;padding:0 0 4px}
.board{margin-top:20px;min-width:0}
.board h2{font:600 15px/1.35 var(--sans);margin:0 0 6px}
.board h3{font:600 13px/1.35 var(--sans);margin:0}
.board .panels{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:28px}.board.alone .panels{display:block}
.board .panel+.panel{margin-top:14px}
.board .panel svg{display:block;max-width:100%;height:auto}
.board .note{color:var(--ink3);font-size:11px;line-height:1.55;margin:8px 0 0}
.findings li{counter-increment:finding;display:grid;grid-template-columns:28px 1fr;font:15px/1.65 var(--serif);margin:4px 0}
.findings li::before{content:counter(finding);color:var(--accent);font-weight:700}
section{margin-top:40px}
h2.section{font:600 23px/1.3 var(--serif);margin:0 0 4px;text-wrap:balance;padding-top:12px;border-top:1px solid var(--rule)}
.lead{color:var(--ink2);font:15px/1.65 var(--serif);margin:0 0 8px;max-width:720px}
.said{margin:4px 0 12px;padding:0;list-style:none;font:15px/1.65 var(--serif)}
.grid{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:32px 36px;align-items:start;margin-top:20px}
figure{margin:0;min-width:0;grid-column:span 12}
.c4{grid-column:span 4}.c5{grid-column:span 5}.c6{grid-column:span 6}.c7{grid-column:span 7}
figcaption h3{font:600 15px/1.35 var(--sans);margin:0}
figcaption h3 .no{margin-right:.8em}
figcaption p{color:var(--ink2);font-size:12px;line-height:1.5;margin:2px 0 10px}
figure .figure{overflow-x:auto;margin-top:8px}
figure svg{display:block;max-width:100%;height:auto}
table.bands{display:none}
figure .note{color:var(--ink3);font-size:11px;line-height:1.55;margin:8px 0 0}
figure .note.evidence{color:var(--ink2)}
figure .files{font-size:11px;margin:6px 0 0}
figure .files a{margin-right:14px;text-decoration:none;display:inline-block}
.table{overflow-x:auto}
figcaption+.table{margin-top:8px}
table{border-collapse:collapse;width:100%;border-top:1.6px solid var(--ink);border-bottom:1.6px solid var(--ink);font:13px/1.45 var(--serif)}
th{font-weight:400;color:var(--ink2);text-align:left;vertical-align:bottom;padding:6px 12px 6px 0;border-bottom:.8px solid var(--ink)}
td{padding:4px 12px 4px 0;vertical-align:top}
th.number,td.number{text-align:right;padding-left:12px;white-space:nowrap}th:last-child,td:last-child{padding-right:0}
th.number{white-space:normal}td.short{white-space:nowrap}
th .unit{display:block;font-size:11px;color:var(--ink3)}
td.gap{color:var(--ink3)}td.words{min-width:8em}
.more{font-size:11px;color:var(--ink3);margin:6px 0 0}
.absent{border-left:3px solid var(--rule);padding:2px 0 2px 12px;color:var(--ink2);grid-column:span 12}
.absent h3{font:600 13px/1.4 var(--sans);margin:0;color:var(--ink)}
.absent p{margin:2px 0}
dl.limits{margin:12px 0 0}
.limit{display:grid;grid-template-columns:200px 1fr;gap:4px 24px;padding:8px 0;border-top:1px solid var(--hair)}
.limit dt{font-weight:600}.limit dd{margin:0}.limit dd p{margin:0 0 4px}
article{margin:20px 0 0;break-inside:avoid-page}
article h3{font:600 15px/1.4 var(--sans);margin:0}
article h4{font:600 12px/1.4 var(--sans);margin:10px 0 2px;color:var(--ink2)}
article ul{margin:2px 0;padding-left:18px}
article p{margin:4px 0}
code{font:.88em var(--mono);color:var(--ink2)}
h3 code{font-weight:400;margin-left:6px}
.formula{font:italic 15px/1.7 var(--serif);margin:6px 0;padding-left:12px;border-left:2px solid var(--rule)}
.where,.credit,.cites{color:var(--ink2);font-size:12px}
.use{margin:8px 0 8px 12px}
.methods-grid{columns:2;column-gap:36px}
.methods-grid article{break-inside:avoid;margin:0 0 24px;padding-top:12px;border-top:1px solid var(--hair)}
.table.small table{font-size:12px}.table.small{margin:10px 0}.table.small td:last-child{font-family:var(--mono);font-size:11px}
footer{color:var(--ink3);font-size:11px;margin-top:48px;border-top:1px solid var(--rule);padding-top:8px}
html[lang|=zh]{line-height:1.65}
html[lang|=zh] h1{letter-spacing:.02em}
html[lang|=zh] .formula{font-style:normal}
@media screen and (min-width:1200px){.sheet{grid-template-columns:208px minmax(0,1fr)}
nav{border:0;border-right:1px solid var(--hair);background:var(--page)}nav .stay{position:sticky;top:24px}nav ol{flex-direction:column;gap:2px}
main{padding:44px 44px 88px}
.first-view.with-board{display:grid;grid-template-columns:minmax(0,1fr) 642px;gap:32px}}
@media screen and (max-width:760px){.board .panels{display:block}.board .panels>*+*{margin-top:14px}.board .panel svg{width:100%;max-width:420px}.grid{display:block}.grid>*{margin-bottom:32px}figure svg{max-width:none}td,th{min-width:4.5em}main{padding:24px 16px 48px}nav{padding:16px}h1{font-size:24px}h2.section{font-size:20px}
figure.map svg{max-width:100%}.limit{grid-template-columns:1fr}.methods-grid{columns:1}nav a{padding:10px 0}nav ol{gap:0 20px}figure .files a{padding:12px 0}}
`;
