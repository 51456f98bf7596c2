import type { StatedGame } from "./game-form.ts";
import type { WorthAlong } from "./shapley-sample.ts";

/** Own value, and of each link half or the part by weight. */
export function pairShares(
  own: Float64Array,
  { from, to, value }: { from: Uint32Array; to: Uint32Array; value: Float64Array },
  weight: Float64Array | undefined,
): Float64Array {
  const shares = Float64Array.from(own);
  value.forEach((each, row) => {
    const [i, j] = [from[row], to[row]];
    const part = weight === undefined ? 0.5 : weight[i] / (weight[i] + weight[j]);
    shares[i] += each * part;
    shares[j] += each * (1 - part);
  });
  return shares;
}

/** Each step up in cost is shared equally by all who need it. */
export function airportShares(cost: Float64Array): Float64Array {
  const rising = Array.from(cost.keys()).sort((a, b) => cost[a] - cost[b]);
  const shares = new Float64Array(cost.length);
  let [paid, reached] = [0, 0];
  rising.forEach((at, served) => {
    paid += (cost[at] - reached) / (rising.length - served);
    reached = cost[at];
    shares[at] = paid;
  });
  return shares;
}

/** First come, first served backwards: those who are in get what the others leave. */
function arrivals(claim: Float64Array, estate: number): WorthAlong {
  const total = claim.reduce((sum, each) => sum + each, 0);
  return (order, worth) => {
    let others = total;
    for (let step = 0; step < order.length; step += 1) {
      others -= claim[order[step]];
      worth[step] = step === order.length - 1 ? estate : Math.max(0, estate - others);
    }
  };
}

/** The value of a growing coalition, step by step along an order. */
export function worthAlong(game: Exclude<StatedGame, { form: "pairs" }>): WorthAlong {
  if (game.form === "bankruptcy") return arrivals(game.claim, game.estate);
  if (game.form === "airport") {
    return (order, worth) => {
      let most = 0;
      order.forEach((party, step) => {
        most = Math.max(most, game.cost[party]);
        worth[step] = most;
      });
    };
  }
  return (order, worth) => {
    let mask = 0;
    order.forEach((party, step) => {
      mask |= 1 << party;
      worth[step] = game.values[mask];
    });
  };
}

/** The value of one coalition, for as many parties as there are. */
export function worthOf(game: StatedGame): (isIn: (party: number) => boolean) => number {
  const { parties } = game;
  const members = (isIn: (party: number) => boolean) => parties.flatMap((_, at) => (isIn(at) ? [at] : []));
  const add = (values: ArrayLike<number>, of: readonly number[]) => of.reduce((sum, at) => sum + values[at], 0);
  if (game.form === "coalitions") return (isIn) => game.values[members(isIn).reduce((mask, at) => mask | (1 << at), 0)];
  if (game.form === "airport") return (isIn) => members(isIn).reduce((most, at) => Math.max(most, game.cost[at]), 0);
  if (game.form === "bankruptcy") {
    return (isIn) =>
      Math.max(
        0,
        game.estate -
          add(
            game.claim,
            members((party) => !isIn(party)),
          ),
      );
  }
  const { from, to, value } = game.links;
  return (isIn) => {
    const inside = value.reduce((sum, each, row) => (isIn(from[row]) && isIn(to[row]) ? sum + each : sum), 0);
    return add(game.own, members(isIn)) + inside;
  };
}
