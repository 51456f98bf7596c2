/**
 * How strongly do places attract each other, by the gravity model?
 *
 *   F_ij = K k_ij M_i M_j / d_ij^b        M_i = mass, or sqrt(mass_i second_i) with a second mass (output and people, say)
 *
 * `classic`: k_ij = 1, the same both ways. `share`: k_ij = G_i / (G_i + G_j) with G the mass, so that what the larger sends
 * outweighs what it receives. d is the great-circle distance in km (R = 6371.0088 km) from the places' lon and lat, or the
 * given distance or time; its unit and those of the masses are printed with the result, as the size of F depends on them.
 *
 * No flow of a place to itself. A distance of 0 is refused. Given distances: a pair that is absent is not a zero but no
 * flow; pairs with other places or of a place to itself are left out and named, a pair given twice is refused; `symmetric` adds the reverse of a pair that
 * is listed once. Places with a gap are dropped. Masses may be 0 (no flow), but not in the form `share`.
 *
 * The topology says which flows count as links: all above 0 (`none`), above the mean of all flows (`mean`), or above the
 * mean of what the sending place sends (`row-mean`).
 *
 * @example gravity({ place: ["a", "b"], mass: [2, 3], distances: { from: ["a"], to: ["b"], value: [4] } }).flows.value[0] // 6 / 16
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { gravityFindings } from "./gravity-findings.ts";
import { gravityTables } from "./gravity-tables.ts";
import { checkMasses } from "./masses.ts";
import { type GivenDistances, pairDistances } from "./pair-distances.ts";
import { type StrongTie, strongestTies } from "./strongest-ties.ts";

/** One entry a pair, in the order of the places. */
export interface GravityFlows {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: Float64Array;
  readonly distance: Float64Array;
  /** 1 where the flow is above the threshold of the topology. */
  readonly linked: Uint8Array;
}

export interface GravityStrength {
  readonly place: string;
  readonly mass: number;
  readonly sent: number;
  readonly received: number;
  readonly sum: number;
  /** Of the sums of all places. */
  readonly share: number;
}

export interface GravityResult extends Outcome {
  readonly flows: GravityFlows;
  readonly strength: readonly GravityStrength[];
  /** The pair whose flows, both ways together, are largest; more than one if they tie, none if nothing flows. */
  readonly strongest: readonly StrongTie[];
  readonly total: number;
  readonly meanFlow: number;
  readonly links: number;
  /** Links over ordered pairs of places. */
  readonly density: number;
}

export interface GravityInput {
  readonly place: readonly string[];
  readonly mass: ArrayLike<number>;
  readonly second?: ArrayLike<number> | undefined;
  readonly lon?: ArrayLike<number> | undefined;
  readonly lat?: ArrayLike<number> | undefined;
  /** Used in place of the great-circle distance. */
  readonly distances?: GivenDistances | undefined;
}

export interface GravityOptions {
  readonly form?: "classic" | "share";
  readonly decay?: number;
  readonly constant?: number;
  readonly topology?: "none" | "mean" | "row-mean";
  readonly symmetric?: boolean;
}

export function gravity(
  input: GravityInput,
  { form = "classic", decay = 2, constant = 1, topology = "none", symmetric = false }: GravityOptions = {},
): GravityResult {
  const { place, second, distances } = input;
  const n = place.length;
  aligned("gravity", { place, mass: input.mass, second, lon: input.lon, lat: input.lat });
  if (distances !== undefined) aligned("gravity", { from: distances.from, to: distances.to, value: distances.value });
  distinct("gravity", place);
  const attractor = Float64Array.from(input.mass);
  checkMasses(place, attractor, "mass", form);
  if (second !== undefined) checkMasses(place, second, "second", "classic");
  const mass = second === undefined ? attractor : attractor.map((each, at) => Math.sqrt(each * (second[at] as number)));
  const dropped: Dropped[] = [];
  const { from, to, distance } = pairDistances(input, symmetric, dropped);

  const value = distance.map((far, at) => {
    const [here, there] = [from[at] as number, to[at] as number];
    const [own, other] = [attractor[here] as number, attractor[there] as number];
    const side = form === "share" ? own / (own + other) : 1;
    return constant * side * (mass[here] as number) * (mass[there] as number) * far ** -decay;
  });
  const [sent, received, counts] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)];
  value.forEach((each, at) => {
    (sent[from[at] as number] as number) += each;
    (received[to[at] as number] as number) += each;
    (counts[from[at] as number] as number) += 1;
  });
  const total = sent.reduce((a, b) => a + b, 0);
  const meanFlow = total / value.length;
  const thresholds = sent.map((each, at) => {
    if (topology === "none") return 0;
    return topology === "mean" ? meanFlow : each / (counts[at] as number);
  });
  const linked = Uint8Array.from(value, (each, at) =>
    Number(each > (thresholds[from[at] as number] as number) * (1 + rounding)),
  );
  const links = linked.reduce((sum, each) => sum + each, 0);
  const namesOf = (positions: Uint32Array) => Array.from(positions, (at) => place[at] as string);
  return {
    flows: { from: namesOf(from), to: namesOf(to), value, distance, linked },
    strength: place.map((name, at) => {
      const sum = (sent[at] as number) + (received[at] as number);
      return {
        place: name,
        mass: mass[at] as number,
        sent: sent[at] as number,
        received: received[at] as number,
        sum,
        share: total > 0 ? sum / (2 * total) : Number.NaN,
      };
    }),
    strongest: strongestTies(place, from, to, value),
    total,
    meanFlow,
    links,
    density: links / (n * (n - 1)),
    n,
    dropped,
    warnings:
      total > 0
        ? []
        : [
            {
              code: "no-flow",
              text: { en: "all flows are 0, so there are no shares", zh: "所有引力均为 0，无份额可言" },
            },
          ],
    convention: {
      form,
      mass: second === undefined ? "one" : "geometric-mean",
      distance: distances === undefined ? "great-circle" : "given",
      topology,
    },
  };
}

/** A flow that equals its threshold up to this is not above it. */
const rounding = 1e-12;

export default defineMethod({
  id: "network/gravity",
  version: 1,
  title: { en: "Gravity model", zh: "引力模型" },
  question: {
    en: "How strongly do places attract each other, given their size and the distance between them?",
    zh: "按规模与距离衡量，城市之间的联系强度有多大？",
  },
  formula: "Fᵢⱼ = K kᵢⱼ Mᵢ Mⱼ / dᵢⱼᵇ;  kᵢⱼ = 1 or Gᵢ / (Gᵢ + Gⱼ)",
  where: {
    en: "Mᵢ: mass, or the geometric mean of two; Gᵢ: the first mass; dᵢⱼ: distance or time; b: decay; K: constant",
    zh: "Mᵢ：质量，或两项质量的几何平均；Gᵢ：第一项质量；dᵢⱼ：距离或时间；b：距离衰减系数；K：引力常数",
  },
  cites: [
    {
      text: "Taaffe, E. J. (1962). The urban hierarchy: an air passenger definition. Economic Geography 38, 1-14.",
      checked: "unverified",
    },
  ],
  conventions: {
    form: {
      title: { en: "Form", zh: "形式" },
      choices: {
        classic: { en: "the same both ways", zh: "对称引力" },
        share: {
          en: "modified: times the sender's share of the pair's mass",
          zh: "修正引力：乘以发出地在两地质量中的份额",
        },
      },
    },
    mass: {
      title: { en: "Mass", zh: "质量" },
      choices: {
        one: { en: "as given", zh: "单项" },
        "geometric-mean": { en: "geometric mean of two", zh: "两项几何平均" },
      },
    },
    distance: {
      title: { en: "Distance", zh: "距离" },
      choices: {
        "great-circle": { en: "great circle, km", zh: "大圆距离（千米）" },
        given: { en: "as given", zh: "给定的距离或时间" },
      },
    },
    topology: {
      title: { en: "Flows that count as links", zh: "计为联系的阈值" },
      choices: {
        none: { en: "all above 0", zh: "大于 0" },
        mean: { en: "above the mean of all", zh: "大于全部均值" },
        "row-mean": { en: "above the mean of what the place sends", zh: "大于本地发出的行均值" },
      },
    },
  },
  means: {
    mass: { en: "mass, such as output or people", zh: "质量，如产出或人口" },
    second: { en: "second mass; the two enter by their geometric mean", zh: "第二质量，与前者取几何平均" },
    decay: { en: "power of distance", zh: "距离衰减指数" },
    constant: { en: "factor of every flow", zh: "比例系数" },
    symmetric: { en: "whether a given distance holds both ways", zh: "所给距离是否双向适用" },
    distances: { en: "distance or time of each pair, in place of great circles", zh: "各对距离或时间，代替球面距离" },
  },
  pitfalls: [
    {
      en: "It is a model, not an observation: its size depends on the units of mass and distance.",
      zh: "引力是模型而非观测，数值取决于质量与距离的单位。",
    },
    {
      en: "A network cut at the mean keeps the links of large places by construction.",
      zh: "以均值为阈值的网络必然保留大城市的联系。",
    },
  ],
  inputs: {
    places: table({
      place: label.one,
      mass: number.one,
      second: number.optional,
      lon: number.optional,
      lat: number.optional,
    }),
    distances: optional(edges({ value: number.one })),
  },
  options: z.strictObject({
    form: z.enum(["classic", "share"]).default("classic"),
    decay: z.number().min(0).default(2),
    constant: z.number().positive().default(1),
    topology: z.enum(["none", "mean", "row-mean"]).default("none"),
    symmetric: z.boolean().default(false),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "network/gravity/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const between = (low: number, high: number) => place.map(() => low + (high - low) * draw.uniform());
    const columns = [
      labels("place", place),
      numbers("mass", "1e8 yuan", between(100, 1000)),
      numbers("lon", "degree", between(115, 120)),
      numbers("lat", "degree", between(37, 42)),
    ];
    return { inputs: { places: makeTable("places", ["place"], columns) }, options: { form: "share" } };
  },
  worked: {
    source: {
      en: "by hand: masses 2 and 3 at a distance of 4, shares 2/5 and 3/5 of 6/16",
      zh: "手算：质量 2 与 3，距离 4，占 6/16 的 2/5 与 3/5",
    },
    inputs: {
      places: makeTable("places", ["place"], [labels("place", ["a", "b"]), numbers("mass", "1", [2, 3])]),
      distances: makeTable(
        "distances",
        ["from", "to"],
        [labels("from", ["a", "b"]), labels("to", ["b", "a"]), numbers("value", "h", [4, 4])],
      ),
    },
    options: { form: "share" },
    gives: { total: 0.375, "flows[0].value": 0.15, "flows[1].value": 0.225, "strength[0].sum": 0.375 },
  },
  run: ({ places, distances }, options) =>
    gravity(
      {
        place: places.place,
        mass: places.mass,
        second: places.second,
        lon: places.lon,
        lat: places.lat,
        distances,
      },
      options,
    ),
  scalars: {
    total: { title: { en: "sum of all flows", zh: "引力总和" }, unit: "1" },
    meanFlow: { title: { en: "mean flow", zh: "平均引力" }, unit: "1" },
    links: { title: { en: "links", zh: "联系数" }, unit: "1" },
    density: { title: { en: "density", zh: "网络密度" }, unit: "1" },
  },
  tables: (result, { places, distances }, { decay }) =>
    gravityTables(result, { ...places.units, far: distances === undefined ? "km" : distances.units.value }, decay),
  views: [
    { kind: "flow", table: "flows", from: "from", to: "to", value: "value", directed: true },
    { kind: "bars", table: "strength", category: "place", value: "sum" },
    { kind: "map", table: "strength", place: "place", value: "sum", size: "mass" },
  ],
  findings: gravityFindings,
});
