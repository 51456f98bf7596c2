import type { ViewOf } from "@conurb/core/contract";
import { tickText } from "../axis.ts";
import { classOf, extentOf, sequentialCuts } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { range } from "../format.ts";
import { spreadColours } from "../palette.ts";
import type { Rows } from "../rows.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { inSentence } from "../words.ts";
import { emptyDrawing } from "./empty.ts";
import { flagNotes } from "./flag-notes.ts";
import { located, positionNotes } from "./located.ts";
import { mapDots } from "./map-dots.ts";
import { haveOutlines, mapOutlines } from "./map-outlines.ts";
import { mapTiles } from "./map-tiles.ts";

/** A place on a map: where, how large, which class; a class of `undefined` is a missing figure. */
export interface MapPlace {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  readonly value: number;
  readonly size: number;
  readonly fill: string | undefined;
  /** What a tile says under the name. */
  readonly text: string;
}

interface MapDrawn {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Markup[];
  /** Names that were cut, with what they stand for. */
  readonly shortened?: readonly string[];
  /** Whether some names had no room. */
  readonly isNameless?: boolean;
}

export interface MapData {
  readonly places: readonly MapPlace[];
  readonly colours: readonly string[];
  readonly cuts: readonly string[];
  readonly title: string;
  readonly core: string | undefined;
}

const mostDots = 20;

const draw: Readonly<Record<"outlines" | "dots" | "tiles", (data: MapData, scene: Scene) => MapDrawn>> = {
  outlines: mapOutlines,
  dots: mapDots,
  tiles: mapTiles,
};

/** Outlines where the study brings them; else dots up to twenty places, hexagon tiles beyond: no outline, no sea, no neighbours. */
export const map: Draw<"map"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const codes = rows.texts(view.place);
  const all = [...codes, ...scene.members.filter((code) => !codes.includes(code))];
  const { known, unknown } = located(all, scene);
  if (known.length === 0) return emptyDrawing(scene, all.length === 0 ? "noRows" : "noPositions");
  const values = rows.numbers(view.value);
  const format = scene.numbers(rows.unit(view.value), values);
  const sizes = view.size === undefined ? undefined : rows.numbers(view.size);
  const cuts = view.cuts ?? sequentialCuts(scene.whole(view.table, view.value, view.where), format.kind);
  const colours = spreadColours(scene.palette.sequential, cuts.length + 1);
  const intervals = tileTexts(view, scene);
  const places = known.map(({ code, lon, lat }): MapPlace => {
    const row = codes.indexOf(code);
    const value = row < 0 ? Number.NaN : (values[row] as number);
    return {
      code,
      lon,
      lat,
      value,
      size: row < 0 ? Number.NaN : (sizes?.[row] ?? Number.NaN),
      fill: Number.isFinite(value) ? colours[classOf(value, cuts)] : undefined,
      text: intervals?.get(code) ?? format.format(value),
    };
  });
  const title = scene.head(rows.title(view.value), format.unit);
  const data: MapData = {
    places,
    colours,
    cuts: cuts.map((cut) => tickText(format, cut)),
    title,
    core: view.core,
  };
  const shapes = scene.context.shapes;
  const usual = known.length > mostDots ? "tiles" : "dots";
  const asked = view.form ?? (shapes === undefined ? usual : "outlines");
  const form = asked === "outlines" && !haveOutlines(places, shapes) ? usual : asked;
  const { shortened, isNameless, ...drawn } = { shortened: [], isNameless: false, ...draw[form](data, scene) };
  const [low, high] = extentOf(values);
  const missing = places.filter(({ fill }) => fill === undefined).map(({ code }) => code);
  const sized = view.size === undefined || form !== "dots" ? [] : [dotArea(rows, view.size, scene)];
  return {
    ...drawn,
    dek: title,
    description:
      scene.say("describeValues", {
        title,
        n: places.length - missing.length,
        low: format.format(low),
        high: format.format(high),
      }) + (missing.length === 0 ? "" : scene.say("describeMissing", { names: scene.names(missing) })),
    notes: [
      ...sized,
      ...(form === "outlines" ? outlineNotes(scene) : [scene.say(form === "tiles" ? "tileNote" : "mapNote")]),
      ...(isNameless ? [scene.say("tileBare")] : []),
      ...(shortened.length === 0 ? [] : [scene.say("tileKey", { names: shortened.join(scene.say("comma")) })]),
      ...positionNotes(unknown, scene),
      ...flagNotes(all, scene),
    ],
  };
};

/** What the area of a dot stands for, with its unit. */
function dotArea(rows: Rows, size: string, scene: Scene): string {
  const { unit } = scene.numbers(rows.unit(size), rows.numbers(size));
  return scene.say("dotArea", { title: inSentence(scene.head(rows.title(size), unit), scene.language) });
}

/** Whose outlines these are, and the number under which they were approved. */
function outlineNotes({ context: { shapes }, say }: Scene): string[] {
  const source = say("outlineNote", { source: shapes?.source ?? say("outlineGiven") });
  return shapes?.approval === undefined ? [source] : [source, say("approvalNote", { approval: shapes.approval })];
}

function tileTexts(view: ViewOf<"map">, scene: Scene): Map<string, string> | undefined {
  if (view.low === undefined || view.high === undefined) return undefined;
  const rows = scene.rows(view.table, view.where);
  const [low, high] = [rows.numbers(view.low), rows.numbers(view.high)];
  return new Map(rows.texts(view.place).map((code, i) => [code, range(low[i] as number, high[i] as number)]));
}
