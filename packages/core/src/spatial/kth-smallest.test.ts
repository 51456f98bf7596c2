import { expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { kthSmallest } from "./kth-smallest.ts";

it("gives what sorting gives, with ties, and leaves what is beyond the count alone", () => {
  const draw = random(1, "kth-smallest/test");
  for (let round = 0; round < 300; round += 1) {
    const count = 1 + draw.integer(30);
    const values = Float64Array.from({ length: count + 2 }, (_, at) => (at < count ? draw.integer(12) : -1));
    const sorted = values.slice(0, count).sort();
    const k = 1 + draw.integer(count);
    expect(kthSmallest(values, count, k)).toBe(sorted[k - 1]);
    expect(values.slice(0, count).sort()).toEqual(sorted);
    expect([...values.slice(count)]).toEqual([-1, -1]);
  }
});
