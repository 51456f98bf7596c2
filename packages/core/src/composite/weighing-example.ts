import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";

/** Places with four indicators, one of them falling and one that goes along with another. */
export function weighingExample(method: string, seed: number, size: number): Example {
  const draw = random(seed, `${method}/example`);
  const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
  const column = (name: string, unit: string, values: readonly number[], title: Text) =>
    numbers(name, unit, values, { title });
  const income = place.map(() => 9e4 * draw.uniform());
  const columns = [
    labels("place", place),
    column("income", "yuan", income, { en: "income per head", zh: "人均收入" }),
    column(
      "saving",
      "yuan",
      income.map((each) => each * (0.2 + 0.1 * draw.uniform())),
      { en: "savings per head", zh: "人均储蓄" },
    ),
    column(
      "smoke",
      "ug/m3",
      place.map(() => 60 * draw.uniform()),
      { en: "fine particles", zh: "细颗粒物" },
    ),
    column(
      "trains",
      "1",
      place.map(() => 200 * draw.uniform()),
      { en: "trains a day", zh: "每日列车数" },
    ),
  ];
  const roles = { indicators: ["income", "saving", "smoke", "trains"] };
  return { inputs: { data: makeTable("data", ["place"], columns, { roles }) }, options: { down: ["smoke"] } };
}
