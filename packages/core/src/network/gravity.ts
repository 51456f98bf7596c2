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
 * flow; pairs with other places or of a place to itself are left out and named; `symmetric` adds the reverse of a pair that
 * is listed once. Places with a gap are dropped. Masses may be 0 (no flow), but not in the form `share`.
 *
 * The topology says which flows count as links: all above 0 (`none`), above the mean of all flows (`mean`), or above the
 * mean of what the sending place sends (`row-mean`).
 *
 * @example gravity({ place: ["a", "b"], mass: [2, 3], distances: { from: ["a"], to: ["b"], value: [4] } }).flows[0].value // 6 / 16
 */
import { z } from "zod";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { labelOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { gravityFindings } from "./gravity-findings.ts";
import { checkMasses } from "./masses.ts";
import { type DistancePair, type GivenDistances, pairDistances } from "./pair-distances.ts";

export interface GravityFlow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly distance: number;
  /** Whether the flow is above the threshold of the topology. */
  readonly linked: boolean;
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
  readonly flows: readonly GravityFlow[];
  readonly strength: readonly GravityStrength[];
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
  const { place, second } = input;
  const n = place.length;
  const attractor = Float64Array.from(input.mass);
  checkMasses(place, attractor, "mass", form);
  if (second !== undefined) checkMasses(place, second, "second", "classic");
  const mass = second === undefined ? attractor : attractor.map((each, at) => Math.sqrt(each * (second[at] as number)));
  const dropped: Dropped[] = [];
  const pairs = pairDistances(input, symmetric, dropped);

  const flowOf = ({ from, to, distance }: DistancePair) => {
    const [own, other] = [attractor[from] as number, attractor[to] as number];
    const side = form === "share" ? own / (own + other) : 1;
    return constant * side * (mass[from] as number) * (mass[to] as number) * distance ** -decay;
  };
  const values = pairs.map(flowOf);
  const [sent, received, counts] = [new Float64Array(n), new Float64Array(n), new Uint32Array(n)];
  pairs.forEach(({ from, to }, at) => {
    (sent[from] as number) += values[at] as number;
    (received[to] as number) += values[at] as number;
    (counts[from] as number) += 1;
  });
  const total = sent.reduce((a, b) => a + b, 0);
  const meanFlow = total / pairs.length;
  const threshold = (from: number) => {
    if (topology === "none") return 0;
    return topology === "mean" ? meanFlow : (sent[from] as number) / (counts[from] as number);
  };
  const flows = pairs.map(({ from, to, distance }, at): GravityFlow => {
    const value = values[at] as number;
    return {
      from: place[from] as string,
      to: place[to] as string,
      value,
      distance,
      linked: value > threshold(from) * (1 + rounding),
    };
  });
  const links = flows.filter(({ linked }) => linked).length;
  return {
    flows,
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
      distance: input.distances === undefined ? "great-circle" : "given",
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
    source: "by hand: masses 2 and 3 at a distance of 4, shares 2/5 and 3/5 of 6/16",
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
  tables: ({ flows, strength }, { places, distances }, { decay }) => {
    const ofMass = (role: "mass" | "second") => places.units[role] ?? "1";
    const squared = places.second === undefined ? `(${ofMass("mass")})^2` : `${ofMass("mass")} ${ofMass("second")}`;
    const far = distances === undefined ? "km" : (distances.units.value ?? "1");
    const unit = `${squared} / ${far}^${decay}`;
    const massUnit = places.second === undefined ? ofMass("mass") : `(${squared})^(1/2)`;
    const flow = numberOf("value", unit, { en: "flow", zh: "引力" }, ({ value }: GravityFlow) => value);
    const ends = [
      labelOf("from", { en: "from", zh: "起点" }, ({ from }: GravityFlow) => from),
      labelOf("to", { en: "to", zh: "终点" }, ({ to }: GravityFlow) => to),
    ];
    return [
      tableOf(
        "flows",
        ["from", "to"],
        flows,
        [
          ...ends,
          flow,
          numberOf("distance", far, { en: "distance", zh: "距离" }, ({ distance }) => distance),
          numberOf("linked", "1", { en: "above the threshold (1: yes)", zh: "超过阈值（1 为是）" }, (row) =>
            Number(row.linked),
          ),
        ],
        { title: { en: "Flows", zh: "引力" }, roles: { value: "value" } },
      ),
      tableOf(
        "strength",
        ["place"],
        strength,
        [
          placeColumn,
          numberOf("mass", massUnit, { en: "mass", zh: "质量" }, ({ mass }) => mass),
          numberOf("sent", unit, { en: "sent", zh: "发出引力" }, ({ sent }) => sent),
          numberOf("received", unit, { en: "received", zh: "接收引力" }, ({ received }) => received),
          numberOf("sum", unit, { en: "sum", zh: "引力之和" }, ({ sum }) => sum),
          numberOf("share", "1", { en: "share", zh: "份额" }, ({ share }) => share),
        ],
        { title: { en: "Strength", zh: "联系强度" }, roles: { value: "sum" } },
      ),
      tableOf(
        "links",
        ["from", "to"],
        flows.filter(({ linked }) => linked),
        [...ends, flow],
        {
          title: { en: "Links above the threshold", zh: "超过阈值的联系" },
        },
      ),
    ];
  },
  views: [
    { kind: "flow", table: "flows", from: "from", to: "to", value: "value", directed: true },
    { kind: "bars", table: "strength", category: "place", value: "sum" },
    { kind: "map", table: "strength", place: "place", value: "sum", size: "mass" },
  ],
  findings: gravityFindings,
});
