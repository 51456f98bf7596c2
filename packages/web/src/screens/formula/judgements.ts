import { setAt } from "../../bench/edit-text.ts";

/** By node, expert, and child: how many times as important it is as another child. */
export type Judgements = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>>
>;
type Matrix = Judgements[string][string];

/** What an expert is called until the file says otherwise: the first such name that nobody has. */
export function newExpert(experts: readonly string[]): string {
  for (let nth = 1; ; nth += 1) if (!experts.includes(`expert-${nth}`)) return `expert-${nth}`;
}

/** Saaty's scale, from far more important to far less. */
export const scale: readonly number[] = [...[9, 8, 7, 6, 5, 4, 3, 2, 1], ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => 1 / n)];

/** The scale with a judgement that the file states off it, so that what is shown is what is written. */
export const scaleWith = (value: number): readonly number[] =>
  scale.includes(value) ? scale : [...scale, value].sort((a, b) => b - a);

export function onScale(value: number): string {
  const times = String(Number((value >= 1 ? value : 1 / value).toFixed(2)));
  return value >= 1 ? times : `1/${times}`;
}

/** What an expert says of a pair, whichever way round it is written. */
export function judged(matrix: Matrix | undefined, row: string, column: string): number {
  const there = matrix?.[row]?.[column];
  const back = matrix?.[column]?.[row];
  return there ?? (back === undefined ? 1 : 1 / back);
}

/** With a judgement of one pair: written where it is at least 1, so that the file has whole numbers, and complete. */
export function withJudgement(
  all: Judgements,
  { node, expert, children }: { readonly node: string; readonly expert: string; readonly children: readonly string[] },
  pair?: { readonly row: string; readonly column: string; readonly value: number },
): Judgements {
  const before = all[node]?.[expert];
  const matrix: Record<string, Record<string, number>> = {};
  children.forEach((row, at) => {
    for (const column of children.slice(at + 1)) {
      const isMeant =
        pair !== undefined && [pair.row, pair.column].includes(row) && [pair.row, pair.column].includes(column);
      const value = !isMeant ? judged(before, row, column) : pair.row === row ? pair.value : 1 / pair.value;
      const [from, to, times] = value >= 1 ? [row, column, value] : [column, row, tidy(1 / value)];
      matrix[from] = { ...matrix[from], [to]: times };
    }
  });
  return { ...all, [node]: { ...all[node], [expert]: matrix } };
}

const tidy = (value: number) => (Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) : value);

export function withoutExpert(all: Judgements, node: string, expert: string): Judgements {
  const { [expert]: _, ...others } = all[node] ?? {};
  const { [node]: __, ...nodes } = all;
  return Object.keys(others).length === 0 ? nodes : { ...nodes, [node]: others };
}

export function withJudgements(text: string, recipe: string, judgements: Judgements): string {
  return setAt(text, ["recipes", recipe, "weigh"], { method: "ahp", judgements });
}
