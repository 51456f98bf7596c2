/**
 * If each party shifts towards what does better against the others, where does play settle?
 *
 *   x_i' = x_i (1 - x_i) A_i(x of the others),     A_i: how much better party i's first strategy does than its second
 *
 * Replicator dynamics (Taylor and Jonker 1978) of two or three parties with two strategies each; x_i is the share, or the chance, with
 * which party i plays the strategy shown. Payoffs come as a row a combination of strategies, or by a template with the user's own
 * amounts. All rest points are found in closed form: where all play one strategy; where two keep each other indifferent while the third
 * does not mix; where all three do. Stability is read from the eigenvalues of the Jacobian: all real parts below 0 is stable, one above
 * 0 is not; one of 0 and none above leaves it undetermined. The Jacobian has nothing on its diagonal where parties mix, so only pure
 * points can be asymptotically stable, and of two parties a mixed one is a saddle or a centre round which paths close.
 *
 * Paths are drawn from even starts, and more of these tell how wide each stable point's basin is. With `vary` the rest points are
 * followed along a parameter: an amount of the template, or `change`, the columns that say by how much each payoff moves with it.
 * Gaps are refused. What the payoffs are is the whole matter, and they are nearly always assumed.
 *
 * @example evolutionary({ game }, {}).points.filter(({ stability }) => stability === "stable")
 */
import { z } from "zod";
import { defineMethod } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, optional, record, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { type EvolutionaryResult, type EvolutionOptions, evolve } from "./evolution.ts";
import { type EvolutionaryInput, gameAlong, gameOf } from "./evolutionary-input.ts";
import { evolutionaryTables } from "./evolutionary-tables.ts";
import { templateSchema } from "./evolutionary-templates.ts";
import { evolutionaryFindings } from "./evolutionary-words.ts";

export type { EvolutionaryInput, EvolutionaryResult };

export interface EvolutionaryOptions extends EvolutionOptions {
  /** The strategies whose shares are shown; the first by name where a party's are not among them. */
  readonly shown?: readonly string[] | undefined;
}

export function evolutionary(input: EvolutionaryInput, options: EvolutionaryOptions = {}): EvolutionaryResult {
  const { shown, vary } = options;
  const { game, change } = gameOf(input, shown);
  const gameAt = vary === undefined ? undefined : gameAlong(input, game, change, vary);
  return { ...evolve(game, options, gameAt), convention: { payoffs: input.template?.template ?? "given" } };
}

export default defineMethod({
  id: "game/evolutionary",
  version: 2,
  title: { en: "Evolutionary game", zh: "演化博弈" },
  question: {
    en: "If each party shifts towards what does better against the others, where does play settle?",
    zh: "若各方逐步转向更有利的策略，博弈最终稳定于何处？",
  },
  formula: "xᵢ′ = xᵢ (1 − xᵢ) Aᵢ(x₋ᵢ);  Re λₖ(∂x′/∂x) < 0 ∀ k",
  where: {
    en: "xᵢ: share (or chance) with which party i plays the strategy shown; Aᵢ: how much better that strategy does than its other one, given the shares of the others; λₖ: eigenvalues at a rest point, which is stable where all have real parts below 0",
    zh: "xᵢ：第 i 方采取所示策略的比例（概率）；Aᵢ：给定他方比例时，该策略较另一策略的收益差；λₖ：均衡点处的特征值，实部均为负则稳定",
  },
  cites: [
    {
      text: "Taylor, P. D. and Jonker, L. B. (1978). Evolutionary stable strategies and game dynamics. Mathematical Biosciences 40(1-2), 145-156.",
      checked: "secondary",
    },
    {
      text: "Friedman, D. (1991). Evolutionary games in economics. Econometrica 59(3), 637-666.",
      checked: "unverified",
    },
    {
      text: "Schuster, P. and Sigmund, K. (1981). Coyness, philandering and stable strategies. Animal Behaviour 29(1), 186-192.",
      checked: "secondary",
    },
    {
      text: "Hofbauer, J. and Sigmund, K. (1998). Evolutionary Games and Population Dynamics. Cambridge University Press.",
      checked: "unverified",
    },
    {
      text: "Hairer, E., Norsett, S. P. and Wanner, G. (1993). Solving Ordinary Differential Equations I: Nonstiff Problems. Springer.",
      checked: "secondary",
    },
  ],
  conventions: {
    payoffs: {
      title: { en: "Payoffs", zh: "收益" },
      choices: {
        given: { en: "as given, a row a combination of strategies", zh: "逐个策略组合给出" },
        "two-governments": {
          en: "template: two governments keep or break an agreement; fund and fine stand fast",
          zh: "模板：两地政府守约或违约，资金与罚款固定",
        },
        coordinator: {
          en: "template: two governments, and a third party that inspects, funds and fines, or stands by",
          zh: "模板：两地政府与第三方（检查、资助、罚款，或旁观）",
        },
        "three-governments": {
          en: "template: three governments coordinate or go it alone; a fund for those who coordinate",
          zh: "模板：三地政府协同或单干，协同者分享共同基金",
        },
      },
    },
  },
  means: {
    strategy: {
      en: "one column a party, called like the party: what it plays in the combination",
      zh: "每方一列，列名即该方：该组合中其策略",
    },
    payoff: {
      en: "one column a party, in the order of the strategies: what it gets in the combination",
      zh: "每方一列，次序同策略列：该组合中其收益",
    },
    change: {
      en: "one column a party: by how much its payoff in the combination moves with a unit of the parameter",
      zh: "每方一列：参数增加一个单位时该组合收益的变动",
    },
    template: {
      en: "a game with a story, by the amounts: benefits, costs, temptations, fund, fine, detection, inspection, blame, merit; or gains, costs, poaching, fund",
      zh: "有情景的博弈模板，给出金额：benefits 收益、costs 成本、temptations 违约所得、fund 资金、fine 罚款、detection 查出概率、inspection 检查成本、blame 问责、merit 协调方所得；或 gains、costs、poaching、fund",
    },
    shown: {
      en: "strategies whose shares are shown; else each party's first by name",
      zh: "以其比例为坐标的策略；未给出时取各方按名称排序的第一个",
    },
    from: { en: "where the parties stand: a share each, in their order", zh: "现状：按次序给出各方的比例" },
    trajectories: {
      en: "at most so many paths are drawn, from an even lattice of starts",
      zh: "轨迹条数上限，起点均匀分布",
    },
    starts: { en: "at most so many starts tell the basins", zh: "估计吸引域的起点数上限" },
    vary: {
      en: "a parameter with the range that it goes through: an amount of the template (costs.1 for the first of a list), or of a table any name for what change is of",
      zh: "参数及其取值范围：模板中的金额（costs.1 为列表第一项）；收益表则为 change 所对应参数的名称",
    },
  },
  pitfalls: [
    {
      en: "Payoffs decide everything, and are nearly always assumed: say where each comes from, and vary those that the answer hangs on.",
      zh: "收益决定一切而多为假设：应说明每项来源，并对关键参数作敏感性分析。",
    },
    {
      en: "A mixed rest point of such a game is never asymptotically stable; a paper that calls one an evolutionarily stable strategy has misread a zero real part.",
      zh: "此类博弈的混合均衡点不可能渐近稳定；将其称为演化稳定策略，是误读了零实部特征值。",
    },
    {
      en: "Time has the pace of the payoffs, not of the calendar.",
      zh: "时间快慢由收益大小决定，并非日历时间。",
    },
  ],
  inputs: {
    payoffs: optional(table({ strategy: label.many, payoff: number.many, change: number.many })),
    template: optional(record(templateSchema)),
  },
  options: z.strictObject({
    shown: z.array(z.string()).optional(),
    from: z.array(z.number().min(0).max(1)).optional(),
    trajectories: z.int().min(0).max(1000).default(16),
    starts: z.int().min(0).max(10_000).default(400),
    vary: z
      .strictObject({
        parameter: z.string(),
        from: z.number(),
        to: z.number(),
        steps: z.int().min(2).max(1000).default(100),
      })
      .optional(),
  }),
  gaps: "refuse",
  cost: "seconds",
  relabelling: "permutes",
  example: (seed, size) => {
    const draw = random(seed, "evolutionary/example");
    const k = size > 5 ? 3 : 2;
    const names = ["a", "b", "c"].slice(0, k);
    const profiles = Array.from({ length: 2 ** k }, (_, at) => at);
    const columns = [
      ...names.map((name, at) =>
        labels(
          name,
          profiles.map((profile) => ((profile >> at) & 1 ? "join" : "leave")),
        ),
      ),
      ...names.map((name) =>
        numbers(
          `payoff_${name}`,
          "yuan",
          profiles.map(() => draw.integer(40) + draw.uniform()),
        ),
      ),
    ];
    const roles = { strategy: names, payoff: names.map((name) => `payoff_${name}`), change: [] };
    return {
      inputs: { payoffs: makeTable("payoffs", names, columns, { roles }) },
      options: { trajectories: 8, starts: 64 },
    };
  },
  worked: {
    source: {
      en: "Dawkins's battle of the sexes: a child is worth 15, rearing it costs 20, courtship 3; shares of 5/6 and 5/8 keep all indifferent, and play goes round them (Schuster and Sigmund 1981). By hand: of fast and coy, faithful is better by 5 - 15 and by 2 - 0, so even at 5/6 coy; of faithful and philanderer, coy by 2 - 5 and by 0 + 5, so even at 5/8 faithful; eigenvalues ± i times the root of 5/36 · 12 · 15/64 · 8",
      zh: "道金斯的性别之战：子女值 15，抚养成本 20，求偶成本 3；比例为 5/6 与 5/8 时各策略收益相同，博弈绕该点循环（Schuster 与 Sigmund 1981）。手算：对“快”（fast）与“羞怯”（coy），“忠诚”（faithful）分别优 5 - 15 与 2 - 0，故羞怯占 5/6 时持平；对“忠诚”与“花心”（philanderer），“羞怯”分别优 2 - 5 与 0 + 5，故忠诚占 5/8 时持平；特征值为 ±i 乘以 5/36 · 12 · 15/64 · 8 的平方根",
    },
    inputs: {
      payoffs: makeTable(
        "payoffs",
        ["women", "men"],
        [
          labels("women", ["coy", "coy", "fast", "fast"]),
          labels("men", ["faithful", "philanderer", "faithful", "philanderer"]),
          numbers("u_women", "1", [2, 0, 5, -5]),
          numbers("u_men", "1", [2, 0, 5, 15]),
        ],
        { roles: { strategy: ["women", "men"], payoff: ["u_women", "u_men"], change: [] } },
      ),
    },
    gives: {
      stable: 0,
      found: 5,
      "equilibria[4].x": 5 / 6,
      "equilibria[4].y": 5 / 8,
      "equilibria[4].real_1": 0,
      "equilibria[4].imaginary_1": Math.sqrt((5 / 36) * 12 * (15 / 64) * 8),
    },
  },
  run: ({ payoffs, template }, options) => evolutionary({ payoffs, template }, options),
  scalars: {
    stable: { title: { en: "stable rest points", zh: "稳定均衡点数" }, unit: "1" },
    found: { title: { en: "rest points", zh: "均衡点数" }, unit: "1" },
  },
  tables: (result, { payoffs }) => evolutionaryTables(result, payoffs?.payoff[0]?.unit ?? "1"),
  views: [
    {
      kind: "phase-portrait",
      table: "trajectories",
      x: "x",
      y: "y",
      z: "z",
      line: "trajectory",
      step: "step",
      points: { table: "equilibria", point: "equilibrium", stability: "stability" },
      axes: { table: "parties", axis: "axis", place: "place", strategy: "shown" },
      field: { table: "field", dx: "dx", dy: "dy" },
    },
    {
      kind: "bifurcation",
      table: "bifurcation",
      parameter: "value",
      share: "share",
      panel: "place",
      point: "equilibrium",
      stability: "stability",
    },
    {
      kind: "bars",
      table: "basins",
      category: "equilibrium",
      value: "share",
      whole: 1,
      title: { en: "Where even starts end", zh: "均匀起点的归宿" },
    },
  ],
  findings: (result) => evolutionaryFindings(result),
});
