/**
 * Effects by distance: 48 places in a row, 44 km apart, over 7 years; six, spread out, adopt in year 3 or 5 and gain more each
 * year; their neighbours gain half as much. Errors of a place hang together (.5). Intervals by cluster hold in the limit of many
 * treated places and are too narrow with six; adoption dealt out anew among all places is exact where nothing happens.
 */
import { spatialDid } from "../packages/core/src/causal/spatial-did.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const [places, years] = [48, 7];
const place = Array.from(
  { length: places * years },
  (_, row) => `p${String(Math.floor(row / years)).padStart(2, "0")}`,
);
const year = Float64Array.from({ length: places * years }, (_, row) => (row % years) + 1);
const lon = Float64Array.from(place, (_, row) => 0.4 * Math.floor(row / years));
const lat = new Float64Array(place.length);
const startOf = (at: number): number => (Math.floor(at / 8) % 2 === 0 ? 3 : 5);
const apart = (at: number): number => Math.abs((at % 8) - 4);
const first = Float64Array.from(place, (_, row) => {
  const at = Math.floor(row / years);
  return apart(at) === 0 ? startOf(at) : 0;
});
const gains = Float64Array.from(place, (_, row) => {
  const at = Math.floor(row / years);
  const since = (year[row] as number) - startOf(at);
  if (apart(at) > 1 || since < 0) return 0;
  return (1 + 0.25 * since) * (apart(at) === 0 ? 1 : 0.5);
});
const meanOver = (distance: number): number => {
  const own = [...gains].filter((each, row) => each > 0 && apart(Math.floor(row / years)) === distance);
  return own.reduce((sum, each) => sum + each, 0) / own.length;
};

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/spatial-did");
  const [own, near] = [0, 1].map(() => ({ error: tally(), coverage: tally(), size: tally(), power: tally() }));
  const [plain, dealt, dealtNear, found] = [tally(), tally(), tally(), tally()];
  if (own === undefined || near === undefined) return [];
  repeat(250, (at) => {
    const noise = noiseOf(draw);
    const options = { rings: [50, 100], draws: 0 };
    const input = { place, year, lon, lat, first };
    const idle = spatialDid({ ...input, outcome: noise }, options);
    const some = spatialDid({ ...input, outcome: noise.map((each, row) => each + (gains[row] as number)) }, options);
    const [truth, spill] = [meanOver(0), meanOver(1)];
    own.error.add(some.effect - truth);
    own.coverage.add(some.low <= truth && truth <= some.high);
    own.size.add(idle.p <= 0.05);
    own.power.add(some.p <= 0.05);
    const [ring, none] = [some, idle].map(({ rings }) => rings.find((each) => each.ring === "0-50"));
    if (ring === undefined || none === undefined) return;
    near.error.add(ring.effect - spill);
    near.coverage.add(ring.low <= spill && spill <= ring.high);
    near.size.add(none.p <= 0.05);
    near.power.add(ring.p <= 0.05);
    plain.add(some.plain - truth);
    if (at >= 60) return;
    const again = { rings: [50, 100], draws: 19, seed: at };
    const nothing = spatialDid({ ...input, outcome: noise }, again);
    dealt.add(nothing.dealtP <= 0.05);
    dealtNear.add(nothing.spilloverDealtP <= 0.05);
    found.add(
      spatialDid({ ...input, outcome: noise.map((each, row) => each + (gains[row] as number)) }, again).dealtP <= 0.05,
    );
  });
  return [
    own.error.check("treated: mean error of the effect", "exactly", 0),
    own.coverage.check("treated: coverage of the 95 % interval", "in the limit", 0.95),
    own.size.check("treated: nothing anywhere, p ≤ .05", "in the limit", 0.05),
    own.power.check("treated: power", "none"),
    near.error.check("neighbours: mean error of the effect", "exactly", 0),
    near.coverage.check("neighbours: coverage of the 95 % interval", "in the limit", 0.95),
    near.size.check("neighbours: nothing anywhere, p ≤ .05", "in the limit", 0.05),
    near.power.check("neighbours: power", "none"),
    plain.check("treated beside all others, neighbours among them: mean error", "none"),
    dealt.check("treated: nothing anywhere, adoption dealt out 19 times, p ≤ .05", "at most", 0.05),
    dealtNear.check("within the rings: the same", "at most", 0.05),
    found.check("treated: adoption dealt out 19 times, power", "none"),
  ];
}

/** Levels of places, shocks of years, and errors that hang together over the years of a place. */
function noiseOf(draw: ReturnType<typeof random>): Float64Array {
  const shocks = Array.from({ length: years }, () => draw.normal());
  const noise = new Float64Array(places * years);
  for (let at = 0; at < places; at += 1) {
    const level = draw.normal();
    let error = draw.normal() / Math.sqrt(0.75);
    for (let step = 0; step < years; step += 1) {
      if (step > 0) error = 0.5 * error + draw.normal();
      noise[at * years + step] = level + (shocks[step] as number) + 0.6 * error;
    }
  }
  return noise;
}
