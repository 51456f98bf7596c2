import type { Text } from "../language/text.ts";
import type { CodePath } from "./follow-code.ts";
import type { PlaceChange } from "./place-changes.ts";

/**
 * What was done, or left undone: a code `renamed`; `recoded`; `summed` with others; `listed` because it was split; `doubled`, a place
 * given twice, under its old code and its new one; kept on its `old-boundary`; `refused`, a figure that cannot be added up; `unlisted`, a code that no table knows; `out-of-use`, a code that
 * was not in force in the year of its row.
 */
export const editionActions = [
  "renamed",
  "recoded",
  "summed",
  "listed",
  "doubled",
  "old-boundary",
  "refused",
  "unlisted",
  "out-of-use",
] as const;
export type EditionAction = (typeof editionActions)[number];

export interface EditionEntry {
  readonly action: EditionAction;
  readonly code: string;
  readonly to: readonly string[];
  /** Of the measure that was refused. */
  readonly column?: string;
  readonly years: readonly number[];
  /** Rows of the table that was given, from 0. */
  readonly rows: readonly number[];
  readonly changes: readonly PlaceChange[];
  readonly text: Text;
}

/** Entries of the same kind about the same place are one, over all its years. */
export class EditionLog {
  readonly #entries = new Map<string, Noted>();

  add(entry: Noted["entry"], year: number, rows: readonly number[]): void {
    const { action, code, to, column, text } = entry;
    const key = JSON.stringify([action, code, to, column, text.en]);
    const noted = this.#entries.get(key) ?? { entry, years: new Set(), rows: new Set() };
    this.#entries.set(key, noted);
    noted.years.add(year);
    for (const row of rows) noted.rows.add(row);
  }

  entries(): EditionEntry[] {
    const sorted = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
    return [...this.#entries.values()].map(({ entry, years, rows }) => ({
      ...entry,
      years: sorted(years),
      rows: sorted(rows),
    }));
  }
}

interface Noted {
  readonly entry: Omit<EditionEntry, "years" | "rows">;
  readonly years: Set<number>;
  readonly rows: Set<number>;
}

export type Naming = (code: string) => Text;

const dates = (changes: readonly PlaceChange[]): string => [...new Set(changes.map(({ date }) => date))].join(", ");
const notes = (changes: readonly PlaceChange[], language: "en" | "zh"): string =>
  [...new Set(changes.flatMap(({ note }) => note?.[language] ?? []))].map((note) => ` ${note}`).join("");

function joined(codes: readonly string[], name: Naming): Text {
  return { en: codes.map((code) => name(code).en).join(", "), zh: codes.map((code) => name(code).zh).join("、") };
}

export function saysRecoded(code: string, { code: now, steps }: CodePath, name: Naming): Text {
  const [old, target] = [name(code), name(now)];
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const words = { en: kinds.join(", "), zh: kinds.map((kind) => chineseKinds[kind]).join("、") };
  return {
    en: `${old.en} became ${target.en} (${words.en} ${dates(steps)}).${notes(steps, "en")}`,
    zh: `${old.zh}成为${target.zh}（${dates(steps)}，${words.zh}）。${notes(steps, "zh")}`,
  };
}

const chineseKinds: Readonly<Record<PlaceChange["kind"], string>> = {
  merged: "并入",
  split: "拆分",
  renamed: "更名",
  recoded: "换码",
  upgraded: "撤县（盟、地区）设区（市）",
  moved: "划转",
  ceded: "部分划出",
};

export function saysSummed(codes: readonly string[], to: string, name: Naming): Text {
  const [from, target] = [joined(codes, name), name(to)];
  return { en: `${from.en} added up as ${target.en}`, zh: `${from.zh}合计为${target.zh}` };
}

export function saysListed(code: string, { kind, targets, steps }: CodePath, name: Naming): Text {
  const [old, others] = [name(code), joined(targets, name)];
  const what =
    kind === "part"
      ? { en: `it was a part of ${others.en}`, zh: `原为${others.zh}的一部分` }
      : { en: `its area is divided among ${others.en}`, zh: `其范围分属${others.zh}` };
  return {
    en: `${old.en} has no one place in this edition: ${what.en} (${dates(steps)}). It is listed and left out, not divided.${notes(steps, "en")}`,
    zh: `${old.zh}在此版本中没有唯一对应：${what.zh}（${dates(steps)}）。仅列出，不分摊。${notes(steps, "zh")}`,
  };
}

export function saysAfterMerger(code: string, { code: whole, steps }: CodePath, name: Naming): Text {
  const [old, now] = [name(code), name(whole)];
  return {
    en: `${old.en} was merged into ${now.en} (${dates(steps)}), whose figure of this year may hold it already. It is listed and left out`,
    zh: `${old.zh}已并入${now.zh}（${dates(steps)}），其当年数据可能已包含在内。仅列出，不计入`,
  };
}

export function saysDoubled(codes: readonly string[], to: string, name: Naming): Text {
  const [from, place] = [joined(codes, name), name(to)];
  return {
    en: `${from.en} are one place, ${place.en}, given more than once for a year: neither is taken`,
    zh: `${from.zh}为同一地区（${place.zh}），同一年重复给出：均不采用`,
  };
}

export function saysPartOnly(codes: readonly string[], to: string, missing: readonly string[], name: Naming): Text {
  const [from, target, lacking] = [joined(codes, name), name(to), joined(missing, name)];
  return {
    en: `${from.en} is only a part of ${target.en}: ${lacking.en} has no row to add. It is listed and left out`,
    zh: `${from.zh}只是${target.zh}的一部分：${lacking.zh}没有可加的数据。仅列出，不计入`,
  };
}

export function saysBoundary(code: string, { kind, date, from, to }: PlaceChange, gained: boolean, name: Naming): Text {
  const [here, other] = [name(code), name(gained ? from : to)];
  const [old, now] = [name(from), name(to)];
  const what =
    kind === "merged" || kind === "moved" || kind === "upgraded" || kind === "recoded"
      ? { en: `${old.en} became ${now.en}`, zh: `${old.zh}划为${now.zh}` }
      : gained
        ? { en: `a part of ${other.en} came to it`, zh: `${other.zh}的一部分划入` }
        : { en: `a part of it went to ${other.en}`, zh: `其一部分划归${other.zh}` };
  return {
    en: `${here.en} stands on another boundary than in this edition: ${what.en} (${date})`,
    zh: `${here.zh}的范围与此版本不同：${what.zh}（${date}）`,
  };
}

export function saysIncomplete(code: string, { from, date }: PlaceChange, name: Naming): Text {
  const [here, part] = [name(code), name(from)];
  return {
    en: `${here.en} stands on its old boundary: ${part.en}, merged into it (${date}), has no row to add`,
    zh: `${here.zh}仍为旧范围：${part.zh}（${date} 并入）没有可加的数据`,
  };
}

export function saysRefused(column: string, codes: readonly string[], to: string, name: Naming): Text {
  const [from, target] = [joined(codes, name), name(to)];
  return {
    en: `${column} of ${from.en} is not said to add up: ${target.en} is left empty. Work it out again from what it is made of`,
    zh: `${column} 未声明为可加总量：${from.zh}合并为${target.zh}后留空，请由其分子、分母重新计算`,
  };
}

export function saysUnlisted(code: string): Text {
  return {
    en: `${code} is in no table of codes: kept as it is, unchecked`,
    zh: `代码表中没有 ${code}：原样保留，未核对`,
  };
}

export function saysOutOfUse(code: string, readAs: number, name: Naming): Text {
  const { en, zh } = name(code);
  return {
    en: `${en} was not in force then: read as the code of ${readAs}`,
    zh: `${zh}当年未在用：按 ${readAs} 年的代码理解`,
  };
}
