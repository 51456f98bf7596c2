import { expect, it } from "vitest";
import { argumentsOf } from "./arguments.ts";
import type { PartyOutlook } from "./assess.ts";
import { dealSchema } from "./schema.ts";

it("says of the median that it is of what a party has, gain or loss", () => {
  const deal = dealSchema.parse({
    "conurb-deal": 1,
    title: "t",
    parties: { a: { title: "A" } },
    rules: { r: { taxes: "vat", split: { host: "100%" }, years: 1 } },
    drafts: { v: { title: "v", rules: ["r"] } },
  });
  const outlook = (worse: number) =>
    ({ party: "a", worse, median: -5, sharedByYear: [], byYear: [] }) as unknown as PartyOutlook;
  const [content] = argumentsOf(deal, [outlook(0.2)], undefined, []);
  const [worse] = argumentsOf(deal, [outlook(0.7)], undefined, []);
  const told = [content.for[0], worse.against[0]];
  for (const { text, values } of told) {
    expect((text as { en: string }).en).toMatch(/; the median of what it has is \{median\}\.$/);
    expect(values?.["median"]).toMatchObject({ number: -5 });
  }
});
