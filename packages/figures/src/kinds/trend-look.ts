import { dashes } from "../palette.ts";
import type { Scene } from "../scene.ts";

export interface Series {
  readonly id: string;
  /** One value a time in the table, NaN where there is none. */
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** More series than this are grey, but for those of a group; only these, the outermost, peers and the selected are named. */
export const mostColoured = 5;
const mostGrouped = 12;

/** Which series stand out: all of a few, or the few that belong to a group among many that do not. */
export interface Focus {
  readonly all: boolean;
  /** One line needs no colour to be told by. */
  readonly alone: boolean;
  readonly grouped: ReadonlySet<string>;
}

export function focusOf(series: readonly Series[], scene: Scene): Focus {
  const grouped = series.flatMap(({ id }) => (scene.context.places?.[id]?.group === undefined ? [] : [id]));
  const few = grouped.length <= mostGrouped && grouped.length < series.length;
  return { all: series.length <= mostColoured, alone: series.length === 1, grouped: new Set(few ? grouped : []) };
}

export function namedSeries(series: readonly Series[], focus: Focus, scene: Scene): Series[] {
  if (series.length <= 8) return [...series];
  const marked = series.filter(({ id }) => scene.isSelected(id) || scene.isPeer(id) || focus.grouped.has(id));
  const byEnd = [...series].sort((a, b) => last(b.values) - last(a.values));
  const outer = [...byEnd.slice(0, 2), ...byEnd.slice(-2)];
  return [...new Set([...marked, ...outer])];
}

/** So many lines without a name beside them are named below; of more it is said how many there are. */
const mostListed = 24;

/** Which lines are the grey ones that have no name beside them. */
export function greyNote(series: readonly Series[], named: readonly Series[], focus: Focus, scene: Scene): string[] {
  const known = new Set(named);
  const grey = series.filter((each) => !known.has(each) && lookOf(each.id, focus, scene).colour === scene.palette.ink3);
  if (grey.length === 0) return [];
  const byEnd = [...grey].sort((a, b) => last(b.values) - last(a.values));
  const names =
    grey.length > mostListed
      ? scene.say("greyMany", { n: grey.length })
      : byEnd.map(({ id }) => scene.brief(id)).join(scene.say("comma"));
  return [scene.say("greyNote", { names })];
}

interface Look {
  readonly colour: string;
  readonly width: number;
  readonly dash: string | undefined;
}

export function lookOf(id: string, focus: Focus, scene: Scene): Look {
  const { palette } = scene;
  if (scene.isSelected(id)) return { colour: palette.accent, width: 2.6, dash: undefined };
  if (scene.isPeer(id)) return { colour: palette.ink, width: 1.6, dash: undefined };
  if (!focus.all && focus.grouped.has(id)) {
    const { colour } = scene.group(scene.context.places?.[id]?.group ?? "");
    return { colour, width: 1.6, dash: undefined };
  }
  if (!focus.all) return { colour: palette.ink3, width: 1, dash: undefined };
  if (focus.alone) return { colour: palette.sequential[3] as string, width: 1.9, dash: undefined };
  const { colour, index } = scene.group(id);
  return { colour, width: 1.9, dash: dashes[index] };
}

export function lastIndex(values: readonly number[]): number {
  return values.findLastIndex(Number.isFinite);
}
export function last(values: readonly number[]): number {
  return values[lastIndex(values)] as number;
}
