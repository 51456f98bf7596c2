/** System stacks only: nothing is downloaded. The Latin face comes first, so that digits are Latin. */
export const fonts = {
  sans: '-apple-system, "Segoe UI", Inter, Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  serif:
    '"Source Serif 4", "Source Serif Pro", Georgia, "Times New Roman", "Liberation Serif", "DejaVu Serif", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif',
  mono: 'ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace',
} as const;

// advance widths in hundredths of an em, from U+0020 to U+007E, of the widest face in the stack (Inter); digits tabular
const latin = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 29, 30, 66,
  66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74, 69, 99, 68, 68,
  63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56,
  82, 55, 56, 55, 43, 33, 43, 66,
];
const others: Readonly<Record<string, number>> = { "–": 55, "—": 100, "−": 66, "·": 29, "…": 88, "’": 28, "†": 50 };
const boldFactor = 1.05;

/** Han, kana, Hangul, full-width forms and their punctuation: one em each. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\u{1f300}-\u{1faff}]/u;

export function isHan(character: string): boolean {
  return wide.test(character);
}

/** Estimated width in pixels, on the generous side: there is no DOM to measure with. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (wide.test(character)) ems += 1;
    else if (/\p{M}/u.test(character)) continue;
    else ems += (others[character] ?? latin[code - 32] ?? 62) / 100;
  }
  return ems * size * (bold ? boldFactor : 1);
}

/** The text if it fits, else its beginning with an ellipsis. */
export function fit(text: string, width: number, size: number, bold = false): string {
  const whole = text.length > 400 ? text.slice(0, 400) : text;
  if (whole === text && textWidth(text, size, bold) <= width) return text;
  const characters = [...whole];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size, bold) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

// a line may not begin with closing punctuation nor end with opening punctuation
const closing = /^[，。、；：？！）》〉」』”’…%,.;:?!)\]]/u;
const opening = /[（《〈「『“‘([]$/u;

/** Lines of at most `width`: Latin breaks at spaces, Han between any two characters where punctuation allows it. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of units(text)) {
    const joined = line + part;
    if (line !== "" && textWidth(joined.trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line = joined;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.map((each) => (textWidth(each, size, bold) > width * 1.5 ? fit(each, width, size, bold) : each));
}

/** The lines of a head in a margin: broken before a bracket or behind a comma where both parts fit, or else about as long. */
export function wrapHead(text: string, width: number, size: number): string[] {
  const lines = wrap(text, width, size);
  if (lines.length < 2) return lines;
  const apart = [...text.matchAll(/(?<=[、，,；;])|(?=[（(])/gu)]
    .map(({ index }) => [text.slice(0, index).trimEnd(), text.slice(index).trimStart()])
    .map((parts) => ({ parts, longest: Math.max(...parts.map((part) => textWidth(part, size))) }))
    .sort((a, b) => a.longest - b.longest)[0];
  if (apart !== undefined && apart.longest <= width) return apart.parts;
  const longest = Math.max(...lines.map((line) => textWidth(line, size)));
  for (let narrower = longest / 2; narrower < longest; narrower += size / 2) {
    const even = wrap(text, narrower, size);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** What may not be broken: a Latin word with its space, or a Han character with the punctuation that clings to it. */
function units(text: string): string[] {
  const found: string[] = [];
  for (const piece of text.match(new RegExp(`${wide.source}|[^\\s${wide.source.slice(1, -1)}]+\\s*|\\s+`, "gu")) ??
    []) {
    const last = found.at(-1);
    if (last !== undefined && (closing.test(piece) || opening.test(last))) found[found.length - 1] = last + piece;
    else found.push(piece);
  }
  return found;
}

/**
 * The lines of an upright Chinese column head: one character a line, Latin runs kept whole, commas left out. Too long a
 * head ends with its first phrases, or else with an ellipsis. Han is never rotated.
 */
export function stacked(text: string, most = 6): string[] {
  const phrases = text.split(/[、，,：:；;]|(?=[和与及（])/u).map(upright);
  const whole = phrases.flat();
  if (whole.length <= most) return whole;
  const kept: string[] = [];
  for (const phrase of phrases) {
    if (kept.length + phrase.length > most) break;
    kept.push(...phrase);
  }
  return kept.length * 2 > most ? kept : [...whole.slice(0, most - 1), "…"];
}

function upright(text: string): string[] {
  const runs = text.match(new RegExp(`${wide.source}|[^\\s${wide.source.slice(1, -1)}]+`, "gu")) ?? [];
  // a span of years takes two lines
  return runs.flatMap((run) => run.split(/(?<=\d{4}[–—-])(?=\d)/));
}

/** The text if it fits, else as many of its first phrases as do, with an ellipsis: "Agriculture, forestry…". */
export function fitPhrases(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const ends = [...text.matchAll(/,? (?:and|or|of|with|for) |[,;:] | \(/g)].map(({ index }) => index).reverse();
  const end = ends.find((at) => textWidth(`${text.slice(0, at)}…`, size) <= width);
  return end === undefined || end < 4 ? fit(text, width, size) : `${text.slice(0, end)}…`;
}

/** Whether a head is set upright, because it holds Han. */
export function hasHan(text: string): boolean {
  return wide.test(text);
}
