import { dashes } from "../palette.ts";
import type { Scene } from "../scene.ts";

export interface Series {
  readonly id: string;
  /** One value a time in the table, NaN where there is none. */
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The code under which a method gives all places together. */
const whole = "all";

/** More series than this are grey, but for those of a group and those that stand out; the whole beside them does not count. */
const mostColoured = 5;
const mostGrouped = 12;
/** So many are named each. */
const mostNamed = 8;

export const isFew = (series: readonly Series[]): boolean =>
  series.filter(({ id }) => id !== whole).length <= mostColoured;

/** Which series stand out: all of a few; of many those of a group that some belong to, or else the outermost and what moved most. */
export interface Focus {
  readonly all: boolean;
  /** One line needs no colour to be told by. */
  readonly alone: boolean;
  readonly grouped: ReadonlySet<string>;
  readonly outstanding: ReadonlySet<string>;
}

export function focusOf(series: readonly Series[], scene: Scene): Focus {
  const members = series.flatMap(({ id }) => (scene.context.places?.[id]?.group === undefined ? [] : [id]));
  const few = members.length <= mostGrouped && members.length < series.length;
  const grouped = new Set(few ? members : []);
  return {
    all: isFew(series),
    alone: series.length === 1,
    grouped,
    outstanding: new Set(isFew(series) || grouped.size > 0 ? [] : outstanding(series)),
  };
}

/** The two highest and the two lowest at the end, and whatever won and lost the most places on the way. */
function outstanding(series: readonly Series[]): string[] {
  const order = (value: (each: Series) => number) =>
    series.filter((each) => Number.isFinite(value(each))).sort((a, b) => value(b) - value(a));
  const [before, after] = [order(({ values }) => values[0] as number), order(({ values }) => values.at(-1) as number)];
  const won = (each: Series) => before.indexOf(each) - after.indexOf(each);
  const moved = before.filter((each) => after.includes(each)).sort((a, b) => won(b) - won(a));
  const [riser, faller] = [moved[0], moved.at(-1)];
  return [
    ...outermost(series),
    ...(riser !== undefined && won(riser) > 1 ? [riser] : []),
    ...(faller !== undefined && won(faller) < -1 ? [faller] : []),
  ].map(({ id }) => id);
}

function outermost(series: readonly Series[]): Series[] {
  const byEnd = [...series].sort((a, b) => last(b.values) - last(a.values));
  return [...byEnd.slice(0, 2), ...byEnd.slice(-2)];
}

export function namedSeries(series: readonly Series[], focus: Focus, scene: Scene): Series[] {
  if (series.length <= mostNamed) return [...series];
  const marked = series.filter(
    ({ id }) => scene.isSelected(id) || scene.isPeer(id) || focus.grouped.has(id) || focus.outstanding.has(id),
  );
  return [...new Set([...marked, ...outermost(series)])];
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
  if (focus.alone) return { colour: palette.sequential[3] as string, width: 1.9, dash: undefined };
  if (id === whole) return { colour: palette.ink, width: 1.9, dash: undefined };
  if (focus.outstanding.has(id)) return { colour: palette.ink, width: 1.4, dash: undefined };
  if (!focus.all) return { colour: palette.ink3, width: 1, dash: undefined };
  const { colour, index } = scene.group(id);
  return { colour, width: 1.9, dash: dashes[index] };
}

export function lastIndex(values: readonly number[]): number {
  return values.findLastIndex(Number.isFinite);
}
export function last(values: readonly number[]): number {
  return values[lastIndex(values)] as number;
}
