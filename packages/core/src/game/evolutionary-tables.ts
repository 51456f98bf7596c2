import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import type { Branch, State, Threshold } from "./bifurcation.ts";
import type { Basin, EvolutionaryResult } from "./evolution.ts";
import type { Named, Player } from "./evolutionary-game.ts";
import { parameterWords, pointName, stabilities } from "./evolutionary-words.ts";
import type { Arrow } from "./replicator-paths.ts";
import type { RestPoint } from "./rest-points.ts";

const axes = ["x", "y", "z"] as const;

/** What a game's evolution comes to, as long tables; those with no rows are left out, but for the rest points along a parameter. */
export function evolutionaryTables(result: EvolutionaryResult, unit: string): Table[] {
  const { players, paths, field, basins, thresholds, parameter } = result;
  return [
    equilibria(result, unit),
    parties(players),
    ...(paths.length > 0 ? [trajectories(result)] : []),
    ...(field.length > 0 ? [directions(result, unit)] : []),
    ...(basins.length > 0 ? [basinTable(result)] : []),
    ...(parameter === undefined ? [] : [bifurcationTable(result)]),
    ...(parameter === undefined || thresholds.length === 0 ? [] : [thresholdTable(result)]),
  ];
}

type Players = readonly Player[];

const shareTitle = ({ place, first }: Player): Text => ({
  en: `${place.words.en}: share that plays ${first.words.en}`,
  zh: `${place.words.zh}：${first.words.zh}的比例`,
});

function shares<Row>(players: Players, pick: (row: Row) => readonly number[]): ColumnsOf<Row>[] {
  return players.map((player, at) => numberOf<Row>(axes[at], "1", shareTitle(player), (row) => pick(row)[at]));
}

function point<Row>(players: Players, pick: (row: Row) => string | undefined): ColumnsOf<Row> {
  const named = (row: Row) => {
    const pattern = pick(row);
    return pattern === undefined ? undefined : pointName(players, pattern);
  };
  return codeOf<Row>(
    "equilibrium",
    { en: "rest point", zh: "均衡点" },
    (row) => named(row)?.code ?? null,
    (row) => named(row)?.words ?? null,
  );
}

function state<Row>(name: string, title: Text, pick: (row: Row) => State): ColumnsOf<Row> {
  return codeOf<Row>(name, title, pick, (row) => stabilities[pick(row)]);
}
const stability = <Row extends { readonly stability: State }>() =>
  state<Row>("stability", { en: "stability", zh: "稳定性" }, (row) => row.stability);

function named<Row>(name: string, title: Text, pick: (row: Row) => Named): ColumnsOf<Row> {
  return codeOf<Row>(
    name,
    title,
    (row) => pick(row).code,
    (row) => pick(row).words,
  );
}
const place = <Row extends { readonly player: Player }>() =>
  named<Row>("place", { en: "party", zh: "参与方" }, ({ player }) => player.place);

function equilibria({ players, points }: EvolutionaryResult, unit: string): Table {
  const eigenvalues = players.flatMap((_, at) => [
    numberOf<RestPoint>(
      `real_${at + 1}`,
      unit,
      { en: `eigenvalue ${at + 1}, real part`, zh: `特征值 ${at + 1} 实部` },
      (row) => row.eigenvalues[at].real,
    ),
    numberOf<RestPoint>(
      `imaginary_${at + 1}`,
      unit,
      { en: `eigenvalue ${at + 1}, imaginary part`, zh: `特征值 ${at + 1} 虚部` },
      (row) => row.eigenvalues[at].imaginary,
    ),
  ]);
  const columns = [
    point<RestPoint>(players, ({ pattern }) => pattern),
    ...shares<RestPoint>(players, (row) => row.shares),
    stability<RestPoint>(),
    ...eigenvalues,
  ];
  return tableOf("equilibria", ["equilibrium"], points, columns, { title: { en: "Rest points", zh: "均衡点" } });
}

function parties(players: Players): Table {
  const rows = players.map((player, at) => ({ player, axis: axes[at] }));
  type Row = (typeof rows)[number];
  const columns = [
    named<Row>("axis", { en: "axis", zh: "坐标轴" }, ({ axis }) => ({ code: axis, words: same(axis) })),
    place<Row>(),
    named<Row>("shown", { en: "strategy shown", zh: "所示策略" }, ({ player }) => player.first),
    named<Row>("other", { en: "other strategy", zh: "另一策略" }, ({ player }) => player.second),
  ];
  return tableOf("parties", ["axis"], rows, columns, { title: { en: "Parties", zh: "参与方" } });
}

function trajectories({ players, paths, isFrom }: EvolutionaryResult): Table {
  const rows = paths.flatMap(({ points, end }, path) => points.map((row, step) => ({ path, step, end, ...row })));
  type Row = (typeof rows)[number];
  const columns = [
    numberOf<Row>("trajectory", "1", { en: "path (0: from where they stand)", zh: "轨迹（0：自现状出发）" }, (row) =>
      isFrom ? row.path : row.path + 1,
    ),
    numberOf<Row>("step", "1", { en: "step", zh: "步" }, (row) => row.step),
    numberOf<Row>("time", "1", { en: "time", zh: "时间" }, (row) => row.time),
    ...shares<Row>(players, (row) => row.shares),
    ifAny(point<Row>(players, ({ end }) => end)),
  ];
  return tableOf("trajectories", ["trajectory", "step"], rows, columns, { title: { en: "Paths", zh: "演化轨迹" } });
}

function directions({ players, field }: EvolutionaryResult, unit: string): Table {
  const slopes = players.map((player, at) => {
    const { en, zh } = shareTitle(player);
    return numberOf<Arrow>(`d${axes[at]}`, unit, { en: `${en}, change`, zh: `${zh}的变化率` }, (row) => row.slope[at]);
  });
  const columns = [...shares<Arrow>(players, ({ at }) => at), ...slopes];
  return tableOf("field", ["x", "y"], field, columns, { title: { en: "Field of directions", zh: "向量场" } });
}

function basinTable({ players, basins }: EvolutionaryResult): Table {
  const elsewhere: Named = { code: "elsewhere", words: { en: "nowhere stable", zh: "不趋于稳定点" } };
  const columns = [
    named<Basin>("equilibrium", { en: "where paths end", zh: "轨迹终点" }, ({ pattern }) =>
      pattern === undefined ? elsewhere : pointName(players, pattern),
    ),
    numberOf<Basin>("starts", "1", { en: "starts", zh: "起点数" }, ({ starts }) => starts),
    numberOf<Basin>("share", "1", { en: "share of starts", zh: "起点占比" }, ({ share }) => share),
  ];
  const title = { en: "Where even starts end", zh: "吸引域（均匀起点）" };
  return tableOf("basins", ["equilibrium"], basins, columns, { title });
}

function bifurcationTable(result: EvolutionaryResult): Table {
  const { players, branches } = result;
  const rows = branches.flatMap((branch: Branch) =>
    players.map((player, at) => ({ ...branch, player, share: branch.shares[at] })),
  );
  type Row = (typeof rows)[number];
  const columns = [
    point<Row>(players, ({ pattern }) => pattern),
    numberOf<Row>("value", "1", parameterWords(result) ?? same(""), ({ value }) => value),
    place<Row>(),
    numberOf<Row>("share", "1", { en: "share of the strategy shown", zh: "所示策略的比例" }, (row) => row.share),
    stability<Row>(),
  ];
  const title = { en: "Rest points along the parameter", zh: "均衡点随参数的变化" };
  return tableOf("bifurcation", ["equilibrium", "value", "place"], rows, columns, { title });
}

function thresholdTable(result: EvolutionaryResult): Table {
  const { players, thresholds } = result;
  const columns = [
    point<Threshold>(players, ({ pattern }) => pattern),
    numberOf<Threshold>("value", "1", parameterWords(result) ?? same(""), ({ value }) => value),
    state<Threshold>("before", { en: "below", zh: "低于该值" }, ({ before }) => before),
    state<Threshold>("after", { en: "above", zh: "高于该值" }, ({ after }) => after),
  ];
  const title = { en: "Where rest points change", zh: "均衡点变化的临界值" };
  return tableOf("thresholds", ["equilibrium", "value"], thresholds, columns, { title });
}
