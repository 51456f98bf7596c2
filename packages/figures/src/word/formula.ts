import {
  Math as Formula,
  type MathComponent,
  MathRun,
  MathSubScript,
  MathSubSuperScript,
  MathSuperScript,
  TextRun,
} from "docx";

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
const raisedPlain = "0123456789+−=()ni";
const lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
const loweredPlain = "0123456789+−=()aeoxhklmnpstijruv";
const scripts = new RegExp(`(\\p{L}\\p{M}*|\\p{Nd}+|[)|\\]∑∏])([${lowered}]+)?([${raised}]+)?`, "gu");

const functions = new Set(["arccos", "cor", "corr", "cos", "exp", "log", "max", "min"]);

/** A method's formula as Word sets formulas, on one line with its raised and lowered signs as such; in italics where it has words. */
export function formula(text: string): Formula | TextRun {
  const words = text.match(/[A-Za-z_]{3,}| or | if /g) ?? [];
  if (words.some((word) => !functions.has(word))) return new TextRun({ text, italics: true });
  return new Formula({ children: parts(text.replaceAll("|", "∣")) });
}

function parts(text: string): MathComponent[] {
  const made: MathComponent[] = [];
  let [plain, at] = ["", 0];
  const flush = () => {
    if (plain !== "") made.push(new MathRun(plain));
    plain = "";
  };
  for (const match of text.matchAll(scripts)) {
    const [whole, base = "", sub, sup] = match;
    plain += text.slice(at, match.index);
    at = match.index + whole.length;
    const opens = base === ")" ? opening(plain) : plain.length;
    if ((sub === undefined && sup === undefined) || opens < 0) {
      plain += whole;
      continue;
    }
    const bracket = plain.slice(opens) + base;
    plain = plain.slice(0, opens);
    flush();
    const children = [new MathRun(bracket)];
    const subScript = [new MathRun(plainly(sub ?? "", lowered, loweredPlain))];
    const superScript = [new MathRun(plainly(sup ?? "", raised, raisedPlain))];
    if (sup === undefined) made.push(new MathSubScript({ children, subScript }));
    else if (sub === undefined) made.push(new MathSuperScript({ children, superScript }));
    else made.push(new MathSubSuperScript({ children, subScript, superScript }));
  }
  plain += text.slice(at);
  flush();
  return made;
}

/** Where the bracket opens that the next sign closes; -1 where that is further back than `text`. */
function opening(text: string): number {
  let open = 1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ")") open += 1;
    if (text[at] === "(") open -= 1;
    if (open === 0) return at;
  }
  return -1;
}

const plainly = (text: string, from: string, to: string): string =>
  [...text].map((sign) => [...to][[...from].indexOf(sign)] ?? sign).join("");
