import { describe, expect, it } from "vitest";
import { britishJobs, chinaEmployment, chinaNation, oracleJson } from "../../test/atlas-compositions.ts";
import { say } from "../../test/say.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { locationQuotient } from "./location-quotient.ts";
import type { Self } from "./reference.ts";

const relative = 1e-12; // R prints 15 digits; sums of 62 terms in another order

describe("location-quotient against R on the shipped figures", () => {
  const expected = oracleJson<Record<string, (number | null)[][]>>("structure-location-quotient");
  const china = { slices: [chinaEmployment()], reference: chinaNation() };
  const britain = { slices: [britishJobs()] };

  it.each<[string, ComposedInput, Self]>([
    ["china_nation", china, "include"],
    ["china_rest_of_nation", china, "exclude"],
    ["britain_places", britain, "include"],
    ["britain_others", britain, "exclude"],
  ])("%s", (name, input, self) => {
    const { quotients } = locationQuotient(input, { self });
    const wanted = (expected[name] as (number | null)[][]).flat();
    expect(quotients.length).toBe(wanted.length);
    quotients.forEach(({ quotient }, at) => {
      const golden = wanted[at];
      if (golden === null) expect(quotient).toBeNaN();
      else
        expect(Math.abs(quotient - (golden as number))).toBeLessThanOrEqual(relative * Math.max(1, golden as number));
    });
  });

  it("keeps the two gaps of Zhongshan, and names it", () => {
    const { quotients, warnings } = locationQuotient(china);
    expect(
      quotients.filter(({ quotient }) => Number.isNaN(quotient)).map(({ place, industry }) => place + industry),
    ).toEqual(["442000A", "442000B"]);
    expect(say(warnings?.[0])).toContain("442000 2019");
  });
});
