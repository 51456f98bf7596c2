import type { Language } from "@conurb/core/language";
import type { Grid, Head } from "../report/grid.ts";
import { tex } from "./bibtex.ts";

export interface LatexTold {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: Language;
}

/** More rows than this go on over the page. */
const mostRows = 45;

const signs: Readonly<Record<string, string>> = {
  "−": "$-$",
  "–": "--",
  "—": "---",
  "×": "$\\times$",
  "±": "$\\pm$",
  "≤": "$\\leq$",
  "≥": "$\\geq$",
  "·": "$\\cdot$",
  "→": "$\\to$",
  "°": "$^{\\circ}$",
  µ: "$\\mu$",
  "²": "$^{2}$",
  "³": "$^{3}$",
  "‰": "\\textperthousand{}",
  "†": "\\dag{}",
  "…": "\\dots{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** Text that means itself in LaTeX, its mathematical signs as such. */
export function latexText(text: string): string {
  return tex(text).replace(/[−–—×±≤≥·→°µ²³‰†…<>|]/gu, (sign) => signs[sign] as string);
}

/** A three-line table for LaTeX: booktabs, and longtable where it is long. */
export function latexTable({ heads, rows }: Grid, { name, title, notes, language }: LatexTold): string {
  const isLong = rows.length > mostRows;
  const columns = heads.map(({ kind }) => (kind === "number" ? "r" : "l")).join("");
  const head = `    ${line(heads.map(headText))}`;
  const body = rows.map((cells) => `    ${line(cells.map(({ text }) => text))}`);
  const caption = `\\caption{${latexText(title)}}\\label{tab:${label(name)}}`;
  const said = notes.map((note) => latexText(note)).join("\\\\\n  ");
  const needs = `% \\usepackage{booktabs}${isLong ? "\\usepackage{longtable}" : ""}${language === "zh" ? " \\usepackage{ctex} (XeLaTeX, LuaLaTeX)" : ""}`;
  if (isLong) {
    return joined(
      needs,
      `\\begin{longtable}{${columns}}`,
      `  ${caption}\\\\`,
      "  \\toprule",
      head,
      "  \\midrule",
      "  \\endfirsthead",
      "  \\toprule",
      head,
      "  \\midrule",
      "  \\endhead",
      "  \\bottomrule",
      "  \\endfoot",
      ...body,
      "\\end{longtable}",
      said === "" ? "" : `{\\footnotesize ${said}\\par}`,
    );
  }
  return joined(
    needs,
    "\\begin{table}[htbp]",
    "  \\centering",
    `  ${caption}`,
    `  \\begin{tabular}{${columns}}`,
    "    \\toprule",
    head,
    "    \\midrule",
    ...body,
    "    \\bottomrule",
    "  \\end{tabular}",
    said === "" ? "" : `  \\par\\smallskip\n  {\\footnotesize ${said}\\par}`,
    "\\end{table}",
  );
}

const headText = ({ title, unit }: Head): string => (unit === "" ? title : `${title} (${unit})`);

/** A row that begins with `[` would be read as a distance after the line before it. */
function line(cells: readonly string[]): string {
  return `${cells.map((cell) => latexText(cell).replace(/^\[/u, "{[}")).join(" & ")} \\\\`;
}

const label = (name: string): string => name.replace(/[^A-Za-z0-9.:-]/gu, "-");

const joined = (...lines: readonly string[]): string => `${lines.filter((each) => each !== "").join("\n")}\n`;
