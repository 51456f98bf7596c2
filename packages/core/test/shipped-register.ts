import { atlasCsv } from "./atlas-compositions.ts";

/** The shipped register as `oracles/policy-register.R` reads it, with the same scores: lengths of texts, no judgement. */
export function shippedRegister() {
  const rows = atlasCsv("seeds-benchmarks/policies.csv").sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const text = (name: string) => rows.map((row) => row[name] as string);
  const lengths = (name: string) => text(name).map((each) => [...each].length);
  const start = text("date").map((date) => (date === "" ? Number.NaN : Number(date.slice(0, 4))));
  const latest = text("date").map((date, at) => (start[at] as number) + (date.endsWith("s") ? 9 : 0));
  const target = text("date_precision").map((each) => each === "target-year");
  const year = start.map((each, at) => (each === latest[at] && !target[at] ? each : Number.NaN));
  const scored = (name: string, values: readonly number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
  return {
    rows,
    entry: text("id"),
    title_en: text("title_en"),
    start,
    latest,
    end: year.map((each, at) => ((at + 1) % 2 === 0 ? each + 3 : Number.NaN)),
    basis: target.map((each) => (each ? "target" : "")),
    cluster: text("places"),
    mechanism: text("mechanism"),
    rung: text("rung"),
    kind: text("kind"),
    power: lengths("issuer_level").map((each) => (each % 5) + 1),
    goals: [
      scored(
        "growth",
        lengths("title_en").map((each) => (each % 5) + 1),
      ),
      scored(
        "fairness",
        lengths("evidence").map((each) => each % 5),
      ),
    ],
    measures: [
      scored(
        "money",
        lengths("section").map((each) => (each % 5) + 1),
      ),
      scored(
        "training",
        lengths("kind").map((each) => each % 4),
      ),
    ],
  };
}
