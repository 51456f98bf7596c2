import type { Language } from "@conurb/core/language";
import type { Grid } from "../report/grid.ts";
import { tex } from "./bibtex.ts";
import { latexLayout } from "./latex-layout.ts";

export interface LatexTold {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly language: Language;
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
 * be; the comment above it names the packages.
 */
export function latexTable(grid: Grid, { name, title, notes, language }: LatexTold): string {
  const { rows } = grid;
  const { columns, heads, size, sideways, wraps, isLong } = latexLayout(grid);
  const head = `    ${heads.map((lines, at) => headCell(lines, grid.heads[at]?.kind === "number")).join(" & ")} \\\\`;
  const body = rows.map((cells) => `    ${line(cells.map(({ text }) => text))}`);
  const caption = `\\caption{${latexText(title)}}\\label{tab:${label(name)}}`;
  const said = notes.map((note) => latexText(note)).join("\\\\\n  ");
  const packages = [
    "booktabs",
    ...(wraps ? ["array"] : []),
    ...(isLong ? ["longtable"] : []),
    ...(sideways ? ["pdflscape"] : []),
  ];
  const hasHan = language === "zh" || /\p{Script=Han}/u.test([title, ...notes, ...body].join(""));
  const needs = `% \\usepackage{${packages.join(",")}}${hasHan ? " \\usepackage{ctex} (XeLaTeX, LuaLaTeX)" : ""}`;
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
  return joined(needs, ...(sideways ? ["\\begin{landscape}", ...table, "\\end{landscape}"] : table));
}

/** A head of several lines stands on the last. */
function headCell(lines: readonly string[], isNumber: boolean): string {
  const told = lines.map(cellText);
  if (told.length < 2) return told.join("");
  return `\\begin{tabular}[b]{@{}${isNumber ? "r" : "l"}@{}}${told.join("\\\\")}\\end{tabular}`;
}

/** A row that begins with `[` would be read as a distance after the line before it, and one with `*` as a star. */
const cellText = (text: string): string => latexText(text).replace(/^[[*]/u, "{$&}");

const line = (cells: readonly string[]): string => `${cells.map(cellText).join(" & ")} \\\\`;

const label = (name: string): string => name.replace(/[^A-Za-z0-9.:-]/gu, "-");

const joined = (...lines: readonly string[]): string => `${lines.filter((each) => each !== "").join("\n")}\n`;
