import type { Finding } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import type { DurantonIndustry, DurantonOvermanResult } from "./duranton-overman.ts";
import type { Envelope } from "./envelope.ts";

/** Localised: above the global band somewhere; dispersed: below it somewhere, and nowhere above. */
export function verdictOf(
  density: Float64Array,
  envelope: Envelope | undefined,
  step: number,
): Pick<DurantonIndustry, "localisation" | "dispersion" | "verdict"> {
  if (envelope === undefined) return { localisation: Number.NaN, dispersion: Number.NaN, verdict: "untested" };
  let [localisation, below] = [0, 0];
  density.forEach((each, at) => {
    localisation += step * Math.max(0, each - (envelope.outerHigh[at] as number));
    below += step * Math.max(0, (envelope.outerLow[at] as number) - each);
  });
  const dispersion = localisation > 0 ? 0 : below;
  return {
    localisation,
    dispersion,
    verdict: localisation > 0 ? "localised" : dispersion > 0 ? "dispersed" : "neither",
  };
}

export function durantonFindings({ industries, cutoffKm }: DurantonOvermanResult): Finding[] {
  const tested = industries.filter(({ verdict }) => verdict !== "untested");
  const top = tested[0];
  if (top === undefined) return [];
  const count = (verdict: string) => tested.filter((each) => each.verdict === verdict).length;
  const values = {
    n: tested.length,
    localised: count("localised"),
    dispersed: count("dispersed"),
    km: decimal(cutoffKm, 0),
    industry: { industries: [top.industry] },
  };
  const first =
    top.verdict === "localised"
      ? { en: "; most of all {industry}", zh: "，其中{industry}最为集聚" }
      : { en: "", zh: "" };
  return [
    {
      text: {
        en: `Of {n} {n, plural, one {industry} other {industries}} {localised} {localised, plural, one {is} other {are}} localised within {km} km and {dispersed} dispersed${first.en}.`,
        zh: `{n} 个行业中，{localised} 个在 {km} 千米内显著集聚，{dispersed} 个显著分散${first.zh}。`,
      },
      values,
    },
  ];
}
