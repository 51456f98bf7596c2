import type { Problem } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { type Frame, rowName } from "./frame.ts";

/** A warning: the rows it concerns are gaps now (`division-by-zero`), or hold all the same (`log-of-unit`: no rows). */
export interface RowProblem extends Problem {
  readonly rows: readonly number[];
}

const gap = { en: "left as a gap", zh: "按缺失处理" };
const kept = { en: "kept", zh: "予以保留" };

/** What can go wrong in a row. */
const rowTexts = {
  "division-by-zero": { en: "division by 0", zh: "除数为 0", outcome: gap },
  "log-of-nonpositive": { en: "logarithm of a number not above 0", zh: "对不大于 0 的数取对数", outcome: gap },
  "root-of-negative": { en: "root of a negative number", zh: "对负数开方", outcome: gap },
  "number-overflow": { en: "a number too large to hold", zh: "数值过大，无法表示", outcome: gap },
  "share-out-of-range": { en: "a share below 0 or above 1", zh: "份额小于 0 或大于 1", outcome: kept },
  "year-absent": { en: "no figures of the year asked for", zh: "没有所要求年份的数据", outcome: gap },
} as const;
export type RowCode = keyof typeof rowTexts;

const shownRows = 20;

/** Collects what goes wrong in rows, by kind and by position in the expression. */
export class Findings {
  readonly #rows = new Map<string, { code: RowCode; at: number; rows: Set<number> }>();
  readonly #notes = new Map<string, RowProblem>();

  add(code: RowCode, at: number, row: number): void {
    const key = `${code} ${at}`;
    const found = this.#rows.get(key) ?? { code, at, rows: new Set() };
    found.rows.add(row);
    this.#rows.set(key, found);
  }

  /** A warning about the expression itself. */
  note(code: string, at: number, text: Text, hint?: Text): void {
    const place = { column: at + 1 };
    this.#notes.set(`${code} ${at}`, { code, text, place, rows: [], ...(hint === undefined ? {} : { hint }) });
  }

  /** Takes over what was found in other rows, for the rows whose figures come from there. */
  takeFrom(inner: Findings, sources: readonly (number | undefined)[]): void {
    for (const [key, note] of inner.#notes) this.#notes.set(key, note);
    for (const { code, at, rows } of inner.#rows.values()) {
      sources.forEach((source, row) => {
        if (source !== undefined && rows.has(source)) this.add(code, at, row);
      });
    }
  }

  problems(frame: Frame, wanted?: ReadonlySet<number>): RowProblem[] {
    const ofRows = [...this.#rows.values()].flatMap(({ code, at, rows }) => {
      const concerned = [...rows].filter((row) => wanted?.has(row) ?? true).sort((a, b) => a - b);
      return concerned.length === 0 ? [] : [rowProblem(code, at, concerned, frame)];
    });
    return [...this.#notes.values(), ...ofRows];
  }
}

function rowProblem(code: RowCode, at: number, rows: readonly number[], frame: Frame): RowProblem {
  const { en, zh, outcome } = rowTexts[code];
  const names = rows.slice(0, shownRows).map((row) => rowName(frame, row));
  const more = rows.length - names.length;
  return {
    code,
    rows,
    place: { column: at + 1 },
    text: {
      en: `expr: column ${at + 1}: ${en} in ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}, ${outcome.en}`,
      zh: `expr：第 ${at + 1} 列：${zh}（${names.join("、")}${more > 0 ? `等 ${rows.length} 行` : ""}），${outcome.zh}`,
    },
  };
}
