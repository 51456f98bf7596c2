import type { Finding } from "../contract/method.ts";
import { foremost, mostNamed } from "../contract/saying.ts";
import type { CentralityResult, PlaceCentrality } from "./centrality.ts";

/** Who is most central by strength and by betweenness, and whether the network hangs together. */
export function centralityFindings({ places, parts, n, convention }: CentralityResult): Finding[] {
  const findings: Finding[] = [];
  const strong = named(foremost(places, ({ strength }) => strength));
  const between = named(foremost(places, ({ betweenness }) => (betweenness > 0 ? betweenness : Number.NaN)));
  const links =
    convention.weight === "none"
      ? { en: "number of links", zh: "联系数" }
      : { en: "strength of links", zh: "联系强度" };
  if (n > 1 && strong !== undefined) {
    const values = { strong: { places: strong } };
    if (between === undefined) {
      findings.push({
        text: { en: `Most central by ${links.en}: {strong}.`, zh: `按${links.zh}最居中心的是{strong}。` },
        values,
      });
    } else if (String(strong) === String(between)) {
      findings.push({
        text: {
          en: `Most central both by ${links.en} and by betweenness: {strong}.`,
          zh: `按${links.zh}与中介中心度，最居中心的均为{strong}。`,
        },
        values,
      });
    } else {
      findings.push({
        text: {
          en: `Most central by ${links.en}: {strong}; by betweenness: {between}.`,
          zh: `按${links.zh}最居中心的是{strong}；按中介中心度最居中心的是{between}。`,
        },
        values: { ...values, between: { places: between } },
      });
    }
  }
  findings.push(
    parts === 1
      ? {
          text: { en: "The network of {n} places hangs together in one part.", zh: "{n} 个地区构成一个连通的网络。" },
          values: { n },
        }
      : {
          text: {
            en: "The network of {n} places falls into {parts} parts without a link between them; paths are counted within a part.",
            zh: "{n} 个地区的网络分为互不相连的 {parts} 个部分，路径仅在各部分内部计算。",
          },
          values: { n, parts },
        },
  );
  return findings;
}

/** Nothing where nobody, or too many, share the first place. */
function named(first: readonly PlaceCentrality[]): string[] | undefined {
  return first.length === 0 || first.length > mostNamed ? undefined : first.map(({ place }) => place);
}
