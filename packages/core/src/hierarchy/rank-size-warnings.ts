import type { Warning } from "../contract/method.ts";
import type { RankedSize, RankSizeFit } from "./rank-size.ts";
import { fewest, type RankSizeEstimator } from "./rank-size-fit.ts";

export function rankSizeWarnings(
  fits: readonly RankSizeFit[],
  sizes: readonly RankedSize[],
  estimator: RankSizeEstimator,
): Warning[] {
  const warnings: Warning[] = [];
  if (estimator === "ols") {
    warnings.push({
      code: "biased",
      text: {
        en: "the plain regression of ln rank on ln size understates the exponent in small samples; rank - 1/2 removes most of it",
        zh: "ln 位序对 ln 规模的普通回归在小样本下低估指数；位序减 1/2 可消除大部分偏差",
      },
    });
  }
  const unfitted = fits.filter(({ exponent }) => Number.isNaN(exponent));
  for (const { group, year, places } of unfitted) {
    const parts = [...(group === "" ? [] : ["{group}"]), ...(year === undefined ? [] : ["{year}"])].join(" ");
    const few = places < fewest;
    warnings.push({
      code: few ? "too-few" : "one-size",
      text: {
        en: `no fit${parts === "" ? "" : ` for ${parts}`}: ${few ? `${places} ${places === 1 ? "place" : "places"}, at least ${fewest} are needed` : "all places are of one size"}`,
        zh: `${parts === "" ? "" : `${parts} `}无法拟合：${few ? `仅 ${places} 个地区，至少需要 ${fewest} 个` : "各地规模相同"}`,
      },
      values: { group: { group }, year: String(year ?? "") },
    });
  }
  const seen = new Set<string>();
  const tied = sizes.some(({ group, year, size }) => {
    const key = JSON.stringify([group, year ?? null, size]);
    return seen.has(key) || !seen.add(key);
  });
  if (tied) {
    warnings.push({
      code: "ties",
      text: { en: "places of one size are ranked by label", zh: "规模相同的地区按标签排位" },
    });
  }
  return warnings;
}
