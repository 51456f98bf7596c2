import type { Language } from "@conurb/core/language";
import type { ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

/** The height of an A4 page within its margins, in pixels of 1/96 inch. */
export const printedHeight = 1005;

/** A4: the page's own type sizes, two columns behind the figures, running heads with title, page and lock. */
export function printed({ run, lock, lockHash }: ReportModel, language: Language, say: Say): string {
  const foot = `${say("report")} ${lock.conurb} · ${lockHash.slice(0, 12)} · ${say("seed")} ${lock.seed}`;
  return onPaper(run.plan.study.title[language], foot, language);
}

/** The same for any page: its title above, with the number of the page, and what it is made of below. */
export function onPaper(title: string, foot: string, language: Language): string {
  const [before, after] = language === "zh" ? ["第 ", " 页"] : ["", ""];
  const small = "font:8pt var(--sans);color:#5F6C76";
  return `@page{size:A4;margin:16mm 14mm 15mm;
@top-left{content:${quoted(title)};${small};vertical-align:bottom;padding-bottom:3mm}
@top-right{content:${quoted(before)} counter(page) ${quoted(after)};${small};vertical-align:bottom;padding-bottom:3mm}
@bottom-left{content:${quoted(foot)};${small};vertical-align:top;padding-top:3mm}}
@page:first{margin-top:14mm;@top-left{content:none}@top-right{content:none}}
${sheet}`;
}

/** A string of a style sheet, which may hold anything that a study's title holds. */
function quoted(text: string): string {
  const escaped = text.replace(/["\\<>&\n\r]/g, (each) => `\\${each.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

const sheet = `@media print{html{background:#fff;font-size:11.5px;line-height:1.5}html[lang|=zh]{line-height:1.55}
.sheet{display:block;max-width:none;background:#fff}nav,.files,.skip,footer{display:none}main{padding:0}
a{color:inherit;text-decoration:none}
header.masthead{padding-bottom:8px}h1{font-size:26px}.byline,.dek{font-size:12px;margin-top:3px}
.first-view{margin-top:0}.findings{margin:6px 0 0;padding:0 0 4px}.findings li{font-size:12.2px;line-height:1.5;margin:1px 0;grid-template-columns:20px 1fr}
.first-view.with-board{display:block}.board{margin-top:8px}.board .note{font-size:9.5px;margin-top:4px}.first-view{padding-bottom:6px}.board .panels{gap:20px}.board .panel svg{width:84%}.board.alone .panel svg{width:100%}
section{margin-top:26px}h2.section{font-size:18px;padding-top:8px}.lead,.said{font-size:12.5px;line-height:1.5;margin-bottom:4px}
.grid{gap:13px 16px;margin-top:8px}
figcaption h3{font-size:12.5px}figcaption p{font-size:10.5px;margin-bottom:4px}
figure .note{font-size:9.2px;line-height:1.4;margin-top:3px}
table{font-size:10.5px}th{padding:4px 8px 4px 0}td{padding:2.5px 8px 2.5px 0}th.number,td.number{padding-left:6px}th .unit{font-size:9.5px}
.c12.ranking svg{max-height:460px;width:auto}
.c5 table{font-size:9.5px}.c5 td{padding:1.5px 6px 1.5px 0}td.words{min-width:7.5em}
figure.parts .figure{position:absolute;width:0;height:0;overflow:hidden}table.bands{display:table;width:auto;border:0}.bands td{padding:0}.bands+.note,.note+.note{break-before:avoid}
.table{overflow:visible}td,th{overflow-wrap:break-word}
figure,tr,.limit,.absent,.lead,.said,.board .panel,.table.small{break-inside:avoid}figure.long,figure.parts{break-inside:auto}thead{display:table-header-group}
h2.section,.lead,.said,article h3+p,figcaption,article h3,article h4,.credit,.table.small+h3{break-after:avoid}p,li{orphans:2;widows:2}
.back{font-size:10.5px}.back .lead{font-size:11.5px}
.limit{grid-template-columns:130px 1fr;padding:4px 0}.limit dd p{margin:0 0 1px}
.methods-grid,.data-grid{columns:2;column-gap:20px}.methods-grid article,.data-grid article{break-inside:auto;margin-bottom:12px;padding-top:8px}
article h3{font-size:12.5px}article h4{font-size:10.5px;margin-top:5px}.formula{font-size:12.5px;margin:3px 0}.where,.credit,.cites{font-size:9.5px}
.use{margin:4px 0 4px 8px}.table.small table{font-size:10px}.table.small td:last-child{font-size:9.5px}}
`;
