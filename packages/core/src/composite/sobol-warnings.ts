import { counted } from "../contract/counted.ts";
import type { Warning } from "../contract/method.ts";
import type { PlaceSensitivity } from "./sobol-places.ts";

export function sobolWarnings(first: Float64Array, { deviation }: PlaceSensitivity, rank: Float64Array): Warning[] {
  if (first.some(Number.isNaN)) {
    return [
      {
        code: "no-variation",
        text: {
          en: "the choices move the ranking by the same amount every time, or not at all: there is nothing to share out",
          zh: "各项选择未使排名产生差异，无从分解",
        },
      },
    ];
  }
  const still = deviation.filter((each, row) => !Number.isNaN(rank[row]) && !(each > 0)).length;
  if (still === 0) return [];
  return [
    {
      code: "places-settled",
      text: {
        en: `${counted(still, "row keeps", "rows keep")} one rank under all choices, and so ${still === 1 ? "has" : "have"} no indices`,
        zh: `${still} 行在各种选择下位次始终不变，没有单独的敏感性指数`,
      },
    },
  ];
}
