import { random } from "../contract/random.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { instruments, levels, mechanisms, rungs } from "../register/codes.ts";

/** A register in the shape that a register dataset has, with scores: what it takes to show each method about policies. */
export function exampleRegister(seed: number, size: number): Table {
  const draw = random(seed, "policy/example");
  const rows = Array.from({ length: size }, (_, at) => at);
  const pick = (list: readonly { readonly code: string }[]) =>
    rows.map(() => list[draw.integer(list.length)]?.code ?? null);
  const score = () => rows.map(() => 1 + draw.integer(5));
  const start = rows.map((at) => (at % 4 === 3 ? Number.NaN : 1998 + draw.integer(26)));
  return makeTable(
    "register",
    ["entry"],
    [
      labels(
        "entry",
        rows.map((at) => `p${String(at).padStart(3, "0")}`),
      ),
      labels(
        "cluster",
        rows.map((at) => ["north", "south", "north;south"][at % 3] as string),
      ),
      labels("mechanism", pick(mechanisms)),
      labels("rung", pick(rungs)),
      labels("instrument", pick(instruments)),
      labels("level", pick(levels)),
      labels(
        "objective",
        rows.map((at) => (at % 5 === 4 ? null : ["industry", "social", "transport"][at % 3]) as string),
      ),
      labels(
        "issuer",
        rows.map((at) => ["planning", "finance;planning", "transport"][at % 3] as string),
      ),
      labels(
        "places_reached",
        rows.map((at) => ["a;b", "c", "a;b;c;d"][at % 3] as string),
      ),
      numbers("start", "year", start),
      numbers(
        "end",
        "year",
        rows.map((at) => (at % 2 === 0 ? Number.NaN : (start[at] as number) + 5)),
      ),
      numbers("power", "1", score()),
      numbers("growth", "1", score()),
      numbers("fairness", "1", score()),
      numbers("money", "1", score()),
      numbers("training", "1", score()),
    ],
    { roles: { goals: ["growth", "fairness"], measures: ["money", "training"] } },
  );
}
