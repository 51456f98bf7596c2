import { z } from "zod";
import { several } from "./codes.ts";

/** What a rule may fill: what nobody has coded. */
export const filledByRules = ["instrument", "objective", "sector"] as const;
export type FilledByRules = (typeof filledByRules)[number];

const words = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])
  .describe("Any of these") as unknown as z.ZodType<string[], string | string[]>;

/** A rule that a reader can follow: where every condition holds, empty cells are filled. */
export const ruleSchema = z.strictObject({
  when: z
    .strictObject({
      title: words.optional().describe("Words in the title, in either language; industr* for any that begin so"),
      evidence: words.optional().describe("Words in the note of evidence"),
      kind: words.optional(),
      level: words.optional(),
      issuer_level: words.optional(),
      mechanism: words.optional(),
      rung: words.optional(),
    })
    .describe("Conditions, all of which must hold"),
  fill: z
    .strictObject({
      instrument: z.string().optional(),
      objective: z.string().optional(),
      sector: z.string().optional(),
    })
    .describe("What empty cells are filled with"),
});

export type Rule = z.output<typeof ruleSchema>;

/** An entry as rules see it: the text of each of its cells. */
export type RuledEntry = Readonly<Record<string, string | null>>;

/** Texts hold a word, whatever its case; the other columns are one of the words. */
export function holds({ when }: Rule, entry: RuledEntry): boolean {
  return Object.entries(when).every(([column, wanted]) => {
    if (wanted === undefined) return true;
    if (column === "title") return contains(`${entry["title_en"] ?? ""}\n${entry["title_zh"] ?? ""}`, wanted);
    if (column === "evidence") return contains(entry["evidence"] ?? "", wanted);
    return several(entry[column]).some((each) => wanted.includes(each));
  });
}

/** Han wherever it stands; Latin as a whole word, or as the beginning of one where it ends in `*`. */
const contains = (text: string, words: readonly string[]): boolean =>
  words.some((word) => {
    if (/\p{Script=Han}/u.test(word)) return text.includes(word);
    const [stem, isOpen] = word.endsWith("*") ? [word.slice(0, -1), true] : [word, false];
    const literal = stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}${isOpen ? "" : "(?![\\p{L}\\p{N}])"}`, "iu").test(text);
  });

/** One cell that a rule filled, or would have filled otherwise than the rule before it. */
export interface RuledCell {
  readonly row: number;
  readonly column: FilledByRules;
  readonly value: string;
  /** Counted from 1. */
  readonly rule: number;
  /** A later rule that says something else of the same cell. */
  readonly against?: { readonly rule: number; readonly value: string };
}

/** The first rule that holds fills a cell; one that is filled already stays as it is. */
export function applyRules(entries: readonly RuledEntry[], rules: readonly Rule[]): RuledCell[] {
  return entries.flatMap((entry, row) => {
    const holding = rules.flatMap((each, at) => (holds(each, entry) ? [{ ...each, rule: at + 1 }] : []));
    return filledByRules.flatMap((column): RuledCell[] => {
      if ((entry[column] ?? "") !== "") return [];
      const [first, ...later] = holding.flatMap(({ rule, fill }) => {
        const value = fill[column];
        return value === undefined ? [] : [{ rule, value }];
      });
      if (first === undefined) return [];
      const against = later.find(({ value }) => value !== first.value);
      return [{ row, column, ...first, ...(against === undefined ? {} : { against }) }];
    });
  });
}
