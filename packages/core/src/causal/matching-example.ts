import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up towns, six times as many as asked for: the larger and poorer are likelier to be treated, and treatment adds 2. */
export function matchingExample(seed: number, size: number): Example {
  const draw = random(seed, "causal/matching");
  const rows = Array.from({ length: 6 * size }, (_, at) => {
    const [population, income] = [draw.normal(), draw.normal()];
    const treated = draw.uniform() < 1 / (1 + Math.exp(1 - 0.8 * population + 0.6 * income)) ? 1 : 0;
    const outcome = 10 + population + income + 2 * treated + draw.normal();
    return { place: `p${String(at).padStart(4, "0")}`, population, income, treated, outcome };
  });
  const column = (name: "population" | "income" | "treated" | "outcome") =>
    numbers(
      name,
      "1",
      rows.map((row) => row[name]),
    );
  return {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels(
            "place",
            rows.map(({ place }) => place),
          ),
          column("treated"),
          column("outcome"),
          column("population"),
          column("income"),
        ],
        { roles: { covariates: ["population", "income"] } },
      ),
    },
  };
}
