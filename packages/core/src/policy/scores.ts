import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";

/** How strong an entry is: the standing of its issuer and document, and the sums of its goals and measures. */
export interface Scores {
  readonly power: number;
  readonly goal: number;
  readonly measure: number;
}

export interface ScoredInput {
  readonly entry: readonly string[];
  readonly power?: ArrayLike<number> | undefined;
  readonly goals: readonly NamedNumbers[];
  readonly measures: readonly NamedNumbers[];
}

const mostScore = 1e90; // the product of three, summed over many, is a number

/** The scores of each row; a row with a gap in any of them has none, and is told. Power is 1 where there is no such column. */
export function scoresOf(
  method: string,
  { entry, power, goals, measures }: ScoredInput,
): { scores: readonly (Scores | undefined)[]; dropped: readonly Dropped[] } {
  for (const [role, columns] of [
    ["goals", goals],
    ["measures", measures],
  ] as const) {
    if (columns.length > 0) continue;
    throw new InputError({
      code: "scores-missing",
      text: {
        en: `${method}: no column plays ${role}, expected at least one of scores`,
        zh: `${method}：没有列充当 ${role}，至少应有一列评分`,
      },
      hint: { en: `say which: roles: { ${role}: [COLUMN, ...] }`, zh: `请指明：roles: { ${role}: [列名, …] }` },
    });
  }
  const dropped: Dropped[] = [];
  const scores = entry.map((id, at): Scores | undefined => {
    const cells = [
      { name: "power", value: power === undefined ? 1 : (power[at] as number) },
      ...[...goals, ...measures].map(({ name, values }) => ({ name, value: values[at] as number })),
    ];
    const odd = cells.find(({ value }) => value < 0 || value > mostScore);
    if (odd !== undefined) {
      const [en, zh] = odd.value < 0 ? ["at least 0", "不小于 0"] : [`at most ${mostScore}`, `不大于 ${mostScore}`];
      throw new InputError({
        code: "score-out-of-range",
        text: {
          en: `${method}: ${odd.name} of ${id} is ${odd.value}, expected ${en}`,
          zh: `${method}：${id} 的 ${odd.name} 为 ${odd.value}，应${zh}`,
        },
      });
    }
    const gap = cells.find(({ value }) => Number.isNaN(value));
    if (gap !== undefined) {
      dropped.push({
        input: "register",
        row: id,
        reason: { en: `${gap.name} is not scored`, zh: `${gap.name} 未评分` },
      });
      return undefined;
    }
    const sum = (columns: readonly NamedNumbers[]) =>
      columns.reduce((total, { values }) => total + (values[at] as number), 0);
    return { power: cells[0]?.value as number, goal: sum(goals), measure: sum(measures) };
  });
  dropped.sort((a, b) => (a.row < b.row ? -1 : 1));
  return { scores, dropped };
}
