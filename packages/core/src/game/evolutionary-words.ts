import type { Finding, FindingValue, Warning } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { State } from "./bifurcation.ts";
import type { EvolutionaryResult } from "./evolution.ts";
import type { Named, Player } from "./evolutionary-game.ts";
import { amountTitle } from "./evolutionary-templates.ts";
import type { RestPoint } from "./rest-points.ts";

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

const several = (names: readonly Text[]): FindingValue => ({
  text: { en: names.map(({ en }) => en).join("; "), zh: names.map(({ zh }) => zh).join("；") },
});

/** Three figures of a threshold, whatever its size. */
function digitsOf(value: number): number {
  return value === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** What is varied: an amount of a template by its own words, else by the name that it was given. */
export function parameterWords({
  parameter,
  players,
  convention,
}: Pick<EvolutionaryResult, "parameter" | "players" | "convention">): Text | undefined {
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
