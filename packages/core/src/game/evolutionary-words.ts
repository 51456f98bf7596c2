import type { Finding, FindingValue, Warning } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import type { State } from "./bifurcation.ts";
import type { EvolutionaryResult } from "./evolutionary.ts";
import type { Named, Player } from "./evolutionary-game.ts";
import { amountTitle } from "./evolutionary-templates.ts";
import type { RestPoint } from "./rest-points.ts";

const axes = ["x", "y", "z"] as const;

export const stabilities: Readonly<Record<State, Text>> = {
  stable: { en: "stable", zh: "稳定" },
  unstable: { en: "unstable", zh: "不稳定" },
  saddle: { en: "saddle", zh: "鞍点" },
  centre: { en: "centre", zh: "中心" },
  undetermined: { en: "undetermined", zh: "不能判定" },
  absent: { en: "not there", zh: "不存在" },
};

const mixed: Named = { code: "mix", words: { en: "mix", zh: "混合" } };
const played = ({ first, second }: Player, sign: string) => (sign === "*" ? mixed : sign === "1" ? first : second);

/** The code of a rest point, such as keep+breach, and what it is called in a picture. */
export function pointName(players: readonly Player[], pattern: string): Named {
  const strategies = players.map((player, at) => played(player, pattern[at]));
  const mark = pattern.endsWith("'") ? "'" : "";
  const code = strategies.map((each) => each.code).join("+") + mark;
  const words = strategies[0].words;
  if (strategies.every(({ code: own }) => own === strategies[0].code)) {
    return {
      code,
      words: { en: `${players.length === 2 ? "both" : "all"} ${words.en}${mark}`, zh: `均${words.zh}${mark}` },
    };
  }
  return {
    code,
    words: {
      en: strategies.map((each) => each.words.en).join(", ") + mark,
      zh: strategies.map((each) => each.words.zh).join("、") + mark,
    },
  };
}

/** Who does what there, for a sentence. */
function pointText(players: readonly Player[], pattern: string): Text {
  const told = players.map(({ place, ...player }, at) => {
    const { words } = played({ place, ...player }, pattern[at]);
    return { en: `${place.words.en}: ${words.en}`, zh: `${place.words.zh}${words.zh}` };
  });
  return { en: told.map(({ en }) => en).join(", "), zh: told.map(({ zh }) => zh).join("、") };
}

export function evolutionaryTables(result: EvolutionaryResult, unit: string): Table[] {
  const { players, points, paths, field, basins, branches, thresholds, parameter } = result;
  const shareTitle = ({ place, first }: Player): Text => ({
    en: `${place.words.en}: share that plays ${first.words.en}`,
    zh: `${place.words.zh}：${first.words.zh}的比例`,
  });
  const shares = <Row>(pick: (row: Row) => readonly number[]) =>
    players.map((player, at) => numberOf<Row>(axes[at], "1", shareTitle(player), (row) => pick(row)[at]));
  const point = <Row>(pick: (row: Row) => string | undefined) =>
    codeOf<Row>(
      "equilibrium",
      { en: "rest point", zh: "均衡点" },
      (row) => named(pick(row))?.code ?? null,
      (row) => named(pick(row))?.words ?? null,
    );
  const named = (pattern: string | undefined) => (pattern === undefined ? undefined : pointName(players, pattern));
  const stability = codeOf<{ stability: State }>(
    "stability",
    { en: "stability", zh: "稳定性" },
    (row) => row.stability,
    (row) => stabilities[row.stability],
  );
  const place = codeOf<{ player: Player }>(
    "place",
    { en: "party", zh: "参与方" },
    ({ player }) => player.place.code,
    ({ player }) => player.place.words,
  );
  const strategy = (name: string, en: string, zh: string, pick: (player: Player) => Named) =>
    codeOf<{ player: Player }>(
      name,
      { en, zh },
      ({ player }) => pick(player).code,
      ({ player }) => pick(player).words,
    );
  const parameterTitle = parameterWords(result) ?? same("");
  const amounts = players.map((_, at) => `${at + 1}`);
  const tables = [
    tableOf(
      "equilibria",
      ["equilibrium"],
      points,
      [
        point<RestPoint>(({ pattern }) => pattern),
        ...shares<RestPoint>((row) => row.shares),
        stability,
        ...amounts.flatMap((number, at) => [
          numberOf<RestPoint>(
            `real_${number}`,
            unit,
            { en: `eigenvalue ${number}, real part`, zh: `特征值 ${number} 实部` },
            (row) => row.eigenvalues[at].real,
          ),
          numberOf<RestPoint>(
            `imaginary_${number}`,
            unit,
            { en: `eigenvalue ${number}, imaginary part`, zh: `特征值 ${number} 虚部` },
            (row) => row.eigenvalues[at].imaginary,
          ),
        ]),
      ],
      { title: { en: "Rest points", zh: "均衡点" } },
    ),
    tableOf(
      "parties",
      ["axis"],
      players.map((player, at) => ({ player, axis: axes[at] })),
      [
        codeOf<{ axis: string }>(
          "axis",
          { en: "axis", zh: "坐标轴" },
          ({ axis }) => axis,
          ({ axis }) => same(axis),
        ),
        place,
        strategy("shown", "strategy shown", "所示策略", ({ first }) => first),
        strategy("other", "other strategy", "另一策略", ({ second }) => second),
      ],
      { title: { en: "Parties", zh: "参与方" } },
    ),
  ];
  const rows = paths.flatMap(({ points: own, end }, path) => own.map((row, step) => ({ path, step, end, ...row })));
  if (rows.length > 0) {
    type Row = (typeof rows)[number];
    tables.push(
      tableOf(
        "trajectories",
        ["trajectory", "step"],
        rows,
        [
          numberOf<Row>(
            "trajectory",
            "1",
            { en: "path (0: from where they stand)", zh: "轨迹（0：自现状出发）" },
            (row) => (result.isFrom ? row.path : row.path + 1),
          ),
          numberOf<Row>("step", "1", { en: "step", zh: "步" }, (row) => row.step),
          numberOf<Row>("time", "1", { en: "time", zh: "时间" }, (row) => row.time),
          ...shares<Row>((row) => row.shares),
          ifAny(point<Row>(({ end }) => end)),
        ],
        { title: { en: "Paths", zh: "演化轨迹" } },
      ),
    );
  }
  if (field.length > 0) {
    type Row = (typeof field)[number];
    const slopes = players.map((player, at) =>
      numberOf<Row>(
        `d${axes[at]}`,
        unit,
        { en: `${shareTitle(player).en}, change`, zh: `${shareTitle(player).zh}的变化率` },
        (row) => row.slope[at],
      ),
    );
    tables.push(
      tableOf("field", ["x", "y"], field, [...shares<Row>(({ at }) => at), ...slopes], {
        title: { en: "Field of directions", zh: "向量场" },
      }),
    );
  }
  if (basins.length > 0) {
    type Row = (typeof basins)[number];
    tables.push(
      tableOf(
        "basins",
        ["equilibrium"],
        basins,
        [
          codeOf<Row>(
            "equilibrium",
            { en: "where paths end", zh: "轨迹终点" },
            ({ pattern }) => named(pattern)?.code ?? "elsewhere",
            ({ pattern }) => named(pattern)?.words ?? { en: "nowhere stable", zh: "不趋于稳定点" },
          ),
          numberOf<Row>("starts", "1", { en: "starts", zh: "起点数" }, ({ starts }) => starts),
          numberOf<Row>("share", "1", { en: "share of starts", zh: "起点占比" }, ({ share }) => share),
        ],
        { title: { en: "Where even starts end", zh: "吸引域（均匀起点）" } },
      ),
    );
  }
  if (parameter === undefined) return tables;
  const long = branches.flatMap((row) => players.map((player, at) => ({ ...row, player, share: row.shares[at] })));
  tables.push(
    tableOf(
      "bifurcation",
      ["equilibrium", "value", "place"],
      long,
      [
        point<(typeof long)[number]>(({ pattern }) => pattern),
        numberOf<(typeof long)[number]>("value", "1", parameterTitle, ({ value }) => value),
        place,
        numberOf<(typeof long)[number]>(
          "share",
          "1",
          { en: "share of the strategy shown", zh: "所示策略的比例" },
          (row) => row.share,
        ),
        stability,
      ],
      { title: { en: "Rest points along the parameter", zh: "均衡点随参数的变化" } },
    ),
  );
  if (thresholds.length === 0) return tables;
  type Row = (typeof thresholds)[number];
  const state = (name: string, en: string, zh: string, pick: (row: Row) => State) =>
    codeOf<Row>(name, { en, zh }, pick, (row) => stabilities[pick(row)]);
  tables.push(
    tableOf(
      "thresholds",
      ["equilibrium", "value"],
      thresholds,
      [
        point<Row>(({ pattern }) => pattern),
        numberOf<Row>("value", "1", parameterTitle, ({ value }) => value),
        state("before", "below", "低于该值", ({ before }) => before),
        state("after", "above", "高于该值", ({ after }) => after),
      ],
      { title: { en: "Where rest points change", zh: "均衡点变化的临界值" } },
    ),
  );
  return tables;
}

const several = (names: readonly Text[]): FindingValue => ({
  text: { en: names.map(({ en }) => en).join("; "), zh: names.map(({ zh }) => zh).join("；") },
});

/** Three figures of a threshold, whatever its size. */
function digitsOf(value: number): number {
  return value === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** What is varied: an amount of a template by its own words, else by the name that it was given. */
function parameterWords({ parameter, players, convention }: EvolutionaryResult): Text | undefined {
  if (parameter === undefined) return undefined;
  return convention.payoffs === "given"
    ? { en: `parameter ${parameter}`, zh: `参数 ${parameter}` }
    : amountTitle(parameter, players);
}

export function evolutionaryFindings(result: EvolutionaryResult): Finding[] {
  const { players, points, paths, basins, thresholds, isFrom } = result;
  const told = parameterWords(result);
  const text = (pattern: string) => pointText(players, pattern);
  const stable = points.filter((each) => each.stability === "stable");
  const findings: Finding[] = [
    stable.length === 0
      ? {
          text: points.some((each) => each.stability === "centre")
            ? {
                en: "No way of playing is stable: shares go round and round without settling.",
                zh: "不存在稳定的策略组合：各方策略比例循环往复，不会收敛。",
              }
            : { en: "No way of playing is found stable.", zh: "未发现稳定的策略组合。" },
          values: {},
        }
      : {
          text: {
            en: "Play is stable in {n, plural, one {one way} other {# ways}} of playing: {names}.",
            zh: "稳定的策略组合有 {n} 个：{names}。",
          },
          values: { names: several(stable.map(({ pattern }) => text(pattern))), n: stable.length },
        },
  ];
  const [end] = isFrom ? [paths[0]?.end] : [];
  if (isFrom) {
    findings.push(
      end === undefined
        ? {
            text: { en: "From where the parties stand, play does not settle.", zh: "自现状出发，博弈不趋于稳定。" },
            values: {},
          }
        : {
            text: { en: "From where the parties stand, play goes to: {name}.", zh: "自现状出发，博弈趋于：{name}。" },
            values: { name: { text: text(end) } },
          },
    );
  }
  const widest = basins.find(({ pattern }) => pattern !== undefined);
  if (stable.length > 1 && widest?.pattern !== undefined) {
    findings.push({
      text: {
        en: "Of starts spread evenly, {share} end where: {name}.",
        zh: "均匀分布的起点中，有 {share} 趋于：{name}。",
      },
      values: { share: percent(widest.share), name: { text: text(widest.pattern) } },
    });
  }
  for (const { pattern, value, before, after } of thresholds) {
    if ((before === "stable") === (after === "stable") || told === undefined) continue;
    const gains = after === "stable";
    findings.push({
      text: {
        en: `Once {parameter} is above {value}, this is ${gains ? "" : "no longer "}stable: {name}.`,
        zh: `{parameter} 超过 {value} 后，{name}${gains ? "成为稳定点" : "不再稳定"}。`,
      },
      values: { name: { text: text(pattern) }, parameter: { text: told }, value: decimal(value, digitsOf(value)) },
    });
  }
  return findings;
}

export function evolutionaryWarnings(
  players: readonly Player[],
  points: readonly RestPoint[],
  lines: readonly string[],
): Warning[] {
  const open = points.filter(({ stability }) => stability === "undetermined");
  return [
    ...(open.length === 0
      ? []
      : [
          {
            code: "undetermined",
            text: {
              en: "an eigenvalue has real part 0 at {names}: linear terms do not tell whether it is stable",
              zh: "{names}处有特征值实部为 0，线性化不能判定其稳定性",
            },
            values: { names: several(open.map(({ pattern }) => pointText(players, pattern))) },
          },
        ]),
    ...(lines.length === 0
      ? []
      : [
          {
            code: "rest-lines",
            text: {
              en: "rest points fill whole lines or surfaces, which no table lists: {names}",
              zh: "均衡点连成线或面，未逐一列出：{names}",
            },
            values: { names: several(lines.map((pattern) => pointText(players, pattern))) },
          },
        ]),
  ];
}
