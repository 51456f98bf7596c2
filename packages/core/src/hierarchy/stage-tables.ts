import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Staged, StageResult, StepCount } from "./stage.ts";
import { phaseStandard, type StepStandard, stageStandard } from "./stage-standards.ts";

const stepColumn = codeOf<StepCount>(
  "step",
  { en: "step", zh: "阶段" },
  ({ step }) => step.id,
  ({ step }) => step.title,
);

const placesColumn = numberOf(
  "places",
  "1",
  { en: "places", zh: "地区数" },
  ({ places }: { places: number }) => places,
);

const reading: readonly ColumnsOf<Staged>[] = [
  numberOf("percent", "percent", { en: "urban share of the population", zh: "城镇人口比重" }, ({ percent }) => percent),
  codeOf(
    "stage",
    stageStandard.title,
    ({ stage }) => stage.id,
    ({ stage }) => stage.title,
  ),
  ifAny(
    numberOf(
      "to_next_stage",
      "percentage-point",
      { en: "to the next stage", zh: "距下一阶段" },
      (row: Staged) => row.toNextStage,
    ),
  ),
  codeOf(
    "phase",
    phaseStandard.title,
    ({ phase }) => phase.id,
    ({ phase }) => phase.title,
  ),
  ifAny(
    numberOf(
      "to_next_phase",
      "percentage-point",
      { en: "to the next phase", zh: "距下一协同阶段" },
      (row: Staged) => row.toNextPhase,
    ),
  ),
];

export function stageTables({ places, groups, stages, phases }: StageResult): Table[] {
  const counts = (name: string, rows: readonly StepCount[], { title }: StepStandard) =>
    tableOf(name, ["group", "step", "year"], rows, [groupColumn, yearColumn, stepColumn, placesColumn], {
      title: { en: `Places by ${title.en}`, zh: `各${title.zh}的地区数` },
    });
  return [
    tableOf("groups", ["group", "year"], groups, [groupColumn, yearColumn, placesColumn, ...reading], {
      title: { en: "Stage and phase of groups", zh: "各组的发展阶段与协同阶段" },
    }),
    tableOf("places", ["place", "year"], places, [placeColumn, yearColumn, groupColumn, ...reading], {
      title: { en: "Stage and phase of places", zh: "各地的发展阶段与协同阶段" },
    }),
    counts("stages", stages, stageStandard),
    counts("phases", phases, phaseStandard),
  ];
}
