import type { Language } from "@conurb/core/language";
import type { Grid } from "../report/grid.ts";
import { tex } from "./bibtex.ts";
import { latexLayout } from "./latex-layout.ts";
import { type LatexPart, latexParts } from "./latex-parts.ts";

export interface LatexTold {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: Language;
  /** Where the columns stand that say what a row is about; the first if nothing is said. */
  readonly keys?: readonly number[];
}

const signs: Readonly<Record<string, string>> = {
  "−": "$-$",
  "–": "--",
  "—": "---",
  "×": "$\\times$",
  "±": "$\\pm$",
  "≤": "$\\leq$",
  "≥": "$\\geq$",
  "≈": "$\\approx$",
  "≠": "$\\neq$",
  "∞": "$\\infty$",
  "√": "$\\surd$",
  "∑": "$\\sum$",
  "·": "$\\cdot$",
  "→": "$\\to$",
  "°": "$^{\\circ}$",
  "′": "$'$",
  µ: "$\\mu$",
  "½": "$\\frac{1}{2}$",
  "‰": "\\textperthousand{}",
  "†": "\\dag{}",
  "…": "\\dots{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};
const greek =
  "αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta λlambda μmu νnu ξxi πpi ρrho σsigma τtau φvarphi χchi ψpsi ωomega";
const greekCapitals = "ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΦPhi ΨPsi ΩOmega";
const letters = new Map(
  `${greek} ${greekCapitals}`.split(" ").map((each) => [each.slice(0, 1), `$\\${each.slice(1)}$`]),
);
const [raised, raisedPlain] = ["⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ", "0123456789-n"];
const [lowered, loweredPlain] = ["₀₁₂₃₄₅₆₇₈₉ᵢⱼ", "0123456789ij"];

/** Text that means itself in LaTeX, its mathematical signs as such. */
export function latexText(text: string): string {
  return tex(text)
    .replace(/[−–—×±≤≥≈≠∞√∑·→°′µ½‰†…<>|]/gu, (sign) => signs[sign] as string)
    .replace(/[α-ωΓ-Ω]/gu, (letter) => letters.get(letter) ?? letter)
    .replace(new RegExp(`[${raised}]+`, "gu"), (run) => `$^{${plainly(run, raised, raisedPlain)}}$`)
    .replace(new RegExp(`[${lowered}]+`, "gu"), (run) => `$_{${plainly(run, lowered, loweredPlain)}}$`);
}

const plainly = (run: string, from: string, to: string): string =>
  [...run].map((sign) => to[[...from].indexOf(sign)]).join("");

/**
 * A three-line table for LaTeX: booktabs, and longtable where it is long. It is set small enough for a page, on its side if need
 * be, and in parts where that is not enough; the comment above it names the packages.
 */
export function latexTable(grid: Grid, told: LatexTold): string {
  const { title, notes, language, keys = [] } = told;
  const parts = latexParts(grid, keys.length === 0 ? [0] : keys);
  const tables = parts.map((part, nth) => partLines(part, nth === parts.length - 1 ? told : { ...told, notes: [] }));
  const packages = ["booktabs", "array", "longtable", "pdflscape"].filter((each) =>
    tables.some(({ needed }) => needed.includes(each)),
  );
  const body = grid.rows.flatMap((cells) => cells.map(({ text }) => text));
  const hasHan = language === "zh" || /\p{Script=Han}/u.test([title, ...notes, ...body].join(""));
  const needs = `% \\usepackage{${packages.join(",")}}${hasHan ? " \\usepackage{ctex} (XeLaTeX, LuaLaTeX)" : ""}`;
  return joined(needs, ...tables.flatMap(({ lines }) => lines));
}

const columnsIn = {
  en: ({ first, last }: LatexPart) => (first === last ? `column ${first}` : `columns ${first}–${last}`),
  zh: ({ first, last }: LatexPart) => (first === last ? `第 ${first} 列` : `第 ${first}–${last} 列`),
} as const;

/** What follows a title where a table is in parts. */
const partOf = {
  first: {
    en: (part: LatexPart) => ` (${columnsIn.en(part)} of ${part.all})`,
    zh: (part: LatexPart) => `（${columnsIn.zh(part)}，共 ${part.all} 列）`,
  },
  next: {
    en: (part: LatexPart) => ` (continued: ${columnsIn.en(part)})`,
    zh: (part: LatexPart) => `（续：${columnsIn.zh(part)}）`,
  },
} as const;

/** A part of a table, or all of it, and the packages that it needs. */
function partLines(part: LatexPart, { name, title, notes, language }: LatexTold) {
  const { grid, first, last, all } = part;
  const { rows } = grid;
  const { columns, heads, size, sideways, wraps, isLong } = latexLayout(grid);
  const head = `    ${heads.map((lines, at) => headCell(lines, grid.heads[at]?.kind === "number")).join(" & ")} \\\\`;
  const body = rows.map((cells) => `    ${line(cells.map(({ text }) => text))}`);
  const [isFirst, isWhole] = [first === 1, last - first + 1 === all];
  const which = isWhole ? "" : partOf[isFirst ? "first" : "next"][language](part);
  const caption = `\\caption{${latexText(title + which)}}${isFirst ? `\\label{tab:${label(name)}}` : ""}`;
  const said = notes.map((note) => latexText(note)).join("\\\\\n  ");
  const needed = [
    "booktabs",
    ...(wraps ? ["array"] : []),
    ...(isLong ? ["longtable"] : []),
    ...(sideways ? ["pdflscape"] : []),
  ];
  const table = isLong
    ? [
        size === "" ? "" : `{${size}`,
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
        size === "" ? "" : "}",
        said === "" ? "" : `{\\footnotesize ${said}\\par}`,
      ]
    : [
        "\\begin{table}[htbp]",
        "  \\centering",
        `  ${caption}`,
        size === "" ? "" : `  ${size}`,
        `  \\begin{tabular}{${columns}}`,
        "    \\toprule",
        head,
        "    \\midrule",
        ...body,
        "    \\bottomrule",
        "  \\end{tabular}",
        said === "" ? "" : `  \\par\\smallskip\n  {\\footnotesize ${said}\\par}`,
        "\\end{table}",
      ];
  const numbered = isFirst ? table : ["\\addtocounter{table}{-1}", ...table]; // the same table still
  return { needed, lines: sideways ? ["\\begin{landscape}", ...numbered, "\\end{landscape}"] : numbered };
}

/** A head of several lines stands on the last. */
function headCell(lines: readonly string[], isNumber: boolean): string {
  const told = lines.map(cellText);
  if (told.length < 2) return told.join("");
  return `\\begin{tabular}[b]{@{}${isNumber ? "r" : "l"}@{}}${told.join("\\\\")}\\end{tabular}`;
}

/**
 * A row that begins with `[` would be read as a distance after the line before it, and one with `*` as a star. Lists without spaces,
 * such as codes, are broken after their signs.
 */
const cellText = (text: string): string =>
  latexText(text)
    .replace(/^[[*]/u, "{$&}")
    .replace(/\S{13,}/gu, (word) => word.replace(/(?:;|\/|\\_)(?=[^;/])/gu, "$&\\allowbreak{}"));

const line = (cells: readonly string[]): string => `${cells.map(cellText).join(" & ")} \\\\`;

const label = (name: string): string => name.replace(/[^A-Za-z0-9.:-]/gu, "-");

const joined = (...lines: readonly string[]): string => `${lines.filter((each) => each !== "").join("\n")}\n`;
