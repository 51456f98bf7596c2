import type { Text } from "@conurb/core/language";
import { type Comparison, factorTitles, type SplitNumber, type SplitPart } from "@conurb/core/study";
import { say } from "../say.ts";

/** What things are called in both languages, as the two editions call them. */
export interface Words {
  place(code: string): Text;
  analysis(name: string): Text;
  /** `data revision + cluster`. */
  factors(names: SplitPart["factors"]): Text;
}

export function wordsOf({ a, b }: Comparison): Words {
  const titles = new Map([...a.plan.analyses, ...b.plan.analyses].map(({ name, title }) => [name, title]));
  const same = (text: string) => ({ en: text, zh: text });
  return {
    place: (code) => (b.gazetteer.places.get(code) ?? a.gazetteer.places.get(code))?.name ?? same(code),
    analysis: (name) => titles.get(name) ?? same(name),
    factors: (names) => joined(names.map((name) => factorTitles[name])),
  };
}

/** The names of the analyses that one edition alone asks for. */
export function analysesAlone({ a, b }: Comparison): { readonly before: string[]; readonly after: string[] } {
  const without = (here: Comparison["a"], there: Comparison["a"]) =>
    here.plan.analyses
      .map(({ name }) => name)
      .filter((name) => there.plan.analyses.every((each) => each.name !== name));
  return { before: without(a, b), after: without(b, a) };
}

export const joined = (texts: readonly Text[], en = " + ", zh = "＋"): Text => ({
  en: texts.map((text) => text.en).join(en),
  zh: texts.map((text) => text.zh).join(zh),
});

/** One sentence on a number: how it moved, and what moved it most. */
export function sentenceOf(number: SplitNumber, words: Words): Text {
  const { kind, place, before, after } = number;
  const moved = { ...trimmed(number), why: whyOf(number, words) };
  if (kind !== "rank" || place === undefined) {
    const title = joined([words.analysis(number.analysis), number.title], ", ", "，");
    return say("diff-moved", { title, ...moved });
  }
  const code = after < before ? "diff-rose" : "diff-fell";
  return say(code, { analysis: words.analysis(number.analysis), place: words.place(place), ...moved });
}

/** What drove it, and what held against it; the amounts add up to the change. */
function whyOf({ kind, parts, shown }: SplitNumber, words: Words): Text {
  // up is a smaller rank: "rises" and "falls" say the direction, and a sign would contradict them
  const amount = (text: string) => (kind === "rank" ? text.replace("-", "") : signed(text));
  const working = parts.flatMap(({ factors, value }, at) =>
    value === 0 ? [] : [{ value, factor: words.factors(factors), part: amount(shown.parts[at] as string) }],
  );
  const [only] = working;
  if (only !== undefined && working.length === 1) return say("diff-because", { factors: only.factor });
  const direction = Math.sign(Number(shown.change));
  const sorted = working.sort((a, b) => direction * (b.value - a.value));
  const told = (some: typeof working) =>
    listed(some.map(({ factor, part }) => ({ en: `${factor.en} (${part})`, zh: `${factor.zh}（${part}）` })));
  const [drivers, against] = [true, false].map((isDriver) =>
    told(sorted.filter(({ value }) => (Math.sign(value) === direction) === isDriver)),
  ) as [Text, Text];
  return against.en === ""
    ? say("diff-because", { factors: drivers })
    : say("diff-because-against", { factors: drivers, others: against });
}

export const listed = (texts: readonly Text[]): Text => joined(texts, ", ", "、");

/** Ranks and counts are whole, their parts are not. */
export function trimmed({ shown }: SplitNumber): { before: string; after: string; change: string } {
  const isWhole = [shown.before, shown.after].every((text) => /\.00$/.test(text));
  const plain = (text: string) => (isWhole ? text.replace(/\.00$/, "") : text);
  const written = (text: string) => plain(text).replace(/^-/, "−");
  return { before: written(shown.before), after: written(shown.after), change: plain(shown.change) };
}

export const signed = (text: string): string => {
  if (/^-?[0.]+$/.test(text)) return text.replace("-", "");
  return text.startsWith("-") ? `−${text.slice(1)}` : `+${text}`;
};
