import { placeColumn } from "../contract/place-columns.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { BorderDiscontinuityResult, BorderPlace } from "./border-discontinuity.ts";
import { borderSides, type PlaceboLine } from "./border-placebos.ts";
import type { BorderSegment } from "./border-segments.ts";
import { borderTitle } from "./border-words.ts";
import { discontinuityTables } from "./discontinuity-tables.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";

const segmentColumn = labelOf<{ readonly segment: string }>(
  "segment",
  { en: "stretch", zh: "边界段" },
  ({ segment }) => segment,
);
const pColumn = numberOf<{ readonly p: number }>("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p);

export function borderTables(
  result: BorderDiscontinuityResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const { data } = inputs;
  const unit = data.units.outcome ?? "1";
  const along = { data: { ...data, units: { ...data.units, running: "km" } } };
  return [
    segmentsTable(result.segments, changeUnit(unit)),
    ...discontinuityTables(result.together, along).filter(({ name }) => name === "bins" || name === "sensitivity"),
    ...(result.placebos.length === 0 ? [] : [placebosTable(result.placebos, changeUnit(unit))]),
    placesTable(result.places, unit),
    borderEstimate(result, inputs, level),
  ];
}

function segmentsTable(segments: readonly BorderSegment[], unit: string): Table {
  return tableOf(
    "segments",
    ["segment"],
    segments,
    [
      segmentColumn,
      ...estimateColumns(unit),
      pColumn,
      numberOf<BorderSegment>("outside", "1", { en: "places outside", zh: "界外地区数" }, (row) => row.outside),
      numberOf<BorderSegment>("inside", "1", { en: "places inside", zh: "界内地区数" }, (row) => row.inside),
      numberOf<BorderSegment>("weight", "1", { en: "weight", zh: "权重" }, ({ weight }) => weight),
    ],
    { title: { en: "The jump, stretch by stretch", zh: "各段边界的跳跃" } },
  );
}

function placebosTable(placebos: readonly PlaceboLine[], unit: string): Table {
  return tableOf(
    "placebos",
    ["side"],
    placebos,
    [
      codeOf<PlaceboLine>(
        "side",
        { en: "side", zh: "侧" },
        ({ side }) => side,
        ({ side }) => borderSides[side],
      ),
      numberOf<PlaceboLine>("at", "km", { en: "line drawn at", zh: "虚设边界位置" }, ({ at }) => at),
      ...estimateColumns(unit),
      pColumn,
    ],
    { title: { en: "Placebo lines within each side", zh: "两侧内部的安慰剂边界" } },
  );
}

function placesTable(places: readonly BorderPlace[], unit: string): Table {
  return tableOf(
    "places",
    ["place"],
    places,
    [
      placeColumn,
      numberOf<BorderPlace>(
        "distance",
        "km",
        { en: "distance, inside positive", zh: "距离（界内为正）" },
        (row) => row.distance,
      ),
      segmentColumn,
      numberOf<BorderPlace>("outcome", unit, { en: "outcome", zh: "结果" }, ({ outcome }) => outcome),
    ],
    { title: { en: "Places along the border", zh: "边界两侧地区" } },
  );
}

function borderEstimate(result: BorderDiscontinuityResult, inputs: EstimateInputs, level: number): Table {
  const { effect, standardError, low, high, p, segments } = result;
  const treated = segments.reduce((sum, { inside }) => sum + inside, 0);
  const controls = segments.reduce((sum, { outside }) => sum + outside, 0);
  return estimateTable(
    borderTitle,
    {
      estimator: "border-discontinuity",
      effect,
      standardError,
      low,
      high,
      level,
      p,
      basis: "normal",
      rows: treated + controls,
      treated,
      controls,
    },
    inputs,
  );
}
