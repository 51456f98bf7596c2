import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up estimates of an effect of 2, as many as asked for, each with an error of its own. */
export function verdictExample(seed: number, size: number): Example {
  const draw = random(seed, "causal/verdict");
  const rows = Array.from({ length: size }, (_, at) => {
    const error = 0.3 + 0.4 * draw.uniform();
    return { analysis: `a${String(at + 1).padStart(2, "0")}`, effect: 2 + error * draw.normal(), error };
  });
  return {
    inputs: {
      estimates: makeTable(
        "estimates",
        ["analysis"],
        [
          labels(
            "analysis",
            rows.map(({ analysis }) => analysis),
          ),
          numbers(
            "position",
            "1",
            rows.map((_, at) => at + 1),
          ),
          numbers(
            "effect",
            "1",
            rows.map(({ effect }) => effect),
          ),
          numbers(
            "low",
            "1",
            rows.map(({ effect, error }) => effect - 2 * error),
          ),
          numbers(
            "high",
            "1",
            rows.map(({ effect, error }) => effect + 2 * error),
          ),
          numbers(
            "level",
            "1",
            rows.map(() => 0.95),
          ),
          labels(
            "basis",
            rows.map(() => "normal"),
          ),
          numbers(
            "treated",
            "1",
            rows.map(() => 30),
          ),
          numbers(
            "controls",
            "1",
            rows.map(() => 60),
          ),
          numbers(
            "pretest_p",
            "1",
            rows.map(() => draw.uniform()),
          ),
        ],
      ),
    },
  };
}

/** Three estimates, the second of which has dealt adoption out anew, and a smallest detectable effect between them. */
export const verdictWorked = {
  source: {
    en: "by hand: did (2, p 0.01, 40 treated) is beyond chance and so is the randomisation test (p 0.02); both others point the same way; no difference before (p 0.4); 2 is more than the detectable 1.5: for 5 (two tests, before, others, power), against 0",
    zh: "手算：did（2，p 0.01，40 个受处理地区）可排除偶然，随机化检验亦然（p 0.02）；另两个估计方向一致；处理前无差异（p 0.4）；2 大于可识别的 1.5：支持 5 项（两项检验、处理前走势、其他估计、功效），质疑 0 项",
  },
  inputs: {
    estimates: makeTable(
      "estimates",
      ["analysis"],
      [
        labels("analysis", ["did", "dealt", "twin"]),
        numbers("position", "1", [1, 2, 3]),
        numbers("effect", "1", [2, 1.8, 1]),
        numbers("low", "1", [0.5, 0.4, -1]),
        numbers("high", "1", [3.5, 3.2, 3]),
        numbers("p", "1", [0.01, 0.02, 0.3]),
        labels("basis", ["normal", "permutation", "placebo"]),
        numbers("treated", "1", [40, 40, 40]),
        numbers("controls", "1", [60, 60, 60]),
        numbers("pretest_p", "1", [0.4, Number.NaN, Number.NaN]),
      ],
    ),
    power: makeTable("power", [], [numbers("detectable", "1", [1.5])]),
  },
  gives: { for: 5, against: 0, decides: 0, effect: 2, "specifications[0].effect": 1, "grounds[0].value": 0.01 },
} as const;
