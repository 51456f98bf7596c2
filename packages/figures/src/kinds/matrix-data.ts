import type { ViewOf } from "@conurb/core/contract";
import type { Scene } from "../scene.ts";

export interface Block {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly detail: string;
}

export interface MatrixData {
  /** Codes in the order of the picture. */
  readonly codes: readonly string[];
  readonly blocks: readonly Block[];
  /** Value of a pair as the table has it, or the other way round where only that is there. */
  below(row: string, column: string): number;
  above(row: string, column: string): number;
  /** Whether both halves would show the same. */
  readonly mirrored: boolean;
  readonly values: readonly number[];
}

export function readMatrix(view: ViewOf<"matrix">, scene: Scene): MatrixData {
  const rows = scene.rows(view.table, view.where);
  const [from, to] = [rows.texts(view.row), rows.texts(view.column)];
  const lower = pairs(from, to, rows.numbers(view.value));
  const upper = view.upper === undefined ? lower : pairs(from, to, rows.numbers(view.upper));
  const { codes, blocks } = ordered(view, [...new Set([...from, ...to])], scene);
  const lookUp = (found: Pairs, a: string, b: string): number =>
    found.get(a)?.get(b) ?? found.get(b)?.get(a) ?? Number.NaN;
  const mirrored =
    view.upper === undefined &&
    codes.every((a, i) => codes.slice(0, i).every((b) => same(lookUp(lower, a, b), lookUp(lower, b, a))));
  return {
    codes,
    blocks,
    below: (a, b) => lookUp(lower, a, b),
    above: (a, b) => lookUp(upper, a, b),
    mirrored,
    values: codes.flatMap((a) =>
      codes.filter((b) => a !== b).flatMap((b) => [lookUp(lower, a, b), lookUp(upper, a, b)]),
    ),
  };
}

type Pairs = Map<string, Map<string, number>>;

function pairs(from: readonly string[], to: readonly string[], values: Float64Array): Pairs {
  const found: Pairs = new Map();
  from.forEach((a, i) => {
    const own = found.get(a) ?? new Map<string, number>();
    found.set(a, own.set(to[i] as string, values[i] as number));
  });
  return found;
}

function same(a: number, b: number): boolean {
  return (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) < 1e-9;
}

function ordered(view: ViewOf<"matrix">, codes: readonly string[], scene: Scene) {
  if (view.order === undefined) return { codes, blocks: [] };
  const rows = scene.rows(view.order.table);
  const [places, positions, blockOf] = [
    rows.texts(view.order.place),
    rows.numbers(view.order.position),
    rows.texts(view.order.block),
  ];
  const at = new Map(
    places.map((place, i) => [place, { position: positions[i] as number, block: blockOf[i] as string }]),
  );
  const position = (code: string): number => at.get(code)?.position ?? Number.POSITIVE_INFINITY;
  const sorted = codes
    .map((code, i) => ({ code, i }))
    .sort((a, b) => {
      const [x, y] = [position(a.code), position(b.code)];
      return x === y ? a.i - b.i : x - y;
    })
    .map(({ code }) => code);
  const titles = blockTitles(view, scene);
  const blocks: Block[] = [];
  sorted.forEach((code, i) => {
    const block = at.get(code)?.block ?? "";
    const before = i === 0 ? undefined : at.get(sorted[i - 1] as string)?.block;
    if (block === "") return;
    const last = blocks.at(-1);
    if (last !== undefined && before === block) blocks[blocks.length - 1] = { ...last, to: i };
    else
      blocks.push({ from: i, to: i, title: titles.get(block)?.title ?? "", detail: titles.get(block)?.detail ?? "" });
  });
  return { codes: sorted, blocks };
}

function blockTitles(view: ViewOf<"matrix">, scene: Scene): Map<string, { title: string; detail: string }> {
  if (view.blocks === undefined) return new Map();
  const rows = scene.rows(view.blocks.table);
  const titles = rows.texts(view.blocks.label);
  const details = view.blocks.detail === undefined ? undefined : rows.texts(view.blocks.detail);
  return new Map(
    rows.texts(view.blocks.block).map((block, i) => [
      block,
      {
        title: scene.name(titles[i] as string),
        detail: details === undefined ? "" : scene.name(details[i] as string),
      },
    ]),
  );
}
