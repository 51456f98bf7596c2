import { z } from "zod";
import { list, text } from "../study/schema-parts.ts";
import { currencies } from "../units/money.ts";
import { gameSchema } from "./game-schema.ts";
import { statistics } from "./rule.ts";
import { name, quantity, ratio, ruleSchema, yuan } from "./rule-schema.ts";

/** The deal file, as written: beside the study, pinned to its results. */

/** Names that expressions use may not hold a hyphen, which would read as a minus. */
const word = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: "expected-word" })
  .describe("Lower-case letters, digits and underscores");

const unit = z.string().default("1").describe("Unit, such as million yuan");

const figure = z
  .strictObject({
    title: text.optional(),
    from: z.string().describe("study/ANALYSIS.SCALAR, study/ANALYSIS.TABLE[KEYS].COLUMN or study/DATASET[KEYS].COLUMN"),
    unit: z.string().optional().describe("The unit to turn it into; left out: its own"),
  })
  .describe("A number of the study");

const three = z.tuple([z.number(), z.number(), z.number()]);
const two = z.tuple([z.number(), z.number()]);

const assumption = z
  .strictObject({
    title: text.optional(),
    unit,
    value: z.number().optional().describe("Known for certain, or taken so"),
    expr: z.string().optional().describe("Of figures and other assumptions"),
    triangular: three.optional().describe("Least, likeliest, most"),
    lognormal: two.optional().describe("Median, and the factor that two thirds of draws stay within"),
    uniform: two.optional(),
    note: text.optional(),
  })
  .describe("A number that is assumed: one of value, expr, triangular, lognormal, uniform");

const amounts = z.strictObject({ vat: yuan.optional(), income: yuan.optional(), business: yuan.optional() });
const expected = z.strictObject({
  vat: quantity.optional(),
  income: quantity.optional(),
  business: quantity.optional(),
});

const date = z.union([z.string(), z.number()]).transform(String);

const move = z.strictObject({
  from: name.describe("Party that it leaves"),
  to: name.describe("Party that it comes to"),
  led: z.enum(["government", "market"]),
  fits: z.boolean().default(true).describe("Whether it fits the destination's plan of industries"),
  listed: z.boolean().default(true).describe("Whether it is on the list that both sides confirm"),
  registered: date.describe("Month in which its registration changed: 2016-05"),
  produces: date.optional().describe("Month in which it produces at the new place"),
  transfers: z
    .array(z.strictObject({ year: z.int().min(1), on: date }))
    .optional()
    .describe("When a year's share was transferred, or is planned to be: left out, when the year is over"),
});

const enterprise = z.strictObject({
  title: text.optional(),
  moves: z.array(move).min(1),
  left: date.optional().describe("Month in which it closed or left the parties' area"),
  paid: z
    .array(z.strictObject({ in: date.describe("2013, 2016-05 or 2016-01..2016-04"), ...amounts.shape }))
    .default([])
    .describe("Tax as collected, centre's part included, refunds with a minus"),
  expected: z
    .strictObject({
      before: expected.describe("Tax as collected at the old place, yuan a year"),
      full: expected.describe("Tax as collected at the new place once it has grown, yuan a year"),
      ramp: quantity.describe("Years until it has grown"),
      fails: quantity.default(0).describe("Chance a year that it closes"),
      counts: z
        .partialRecord(
          z.enum(statistics),
          z.strictObject({ amount: quantity, unit: z.string().describe("Unit, such as million yuan or hectare") }),
        )
        .default({})
        .describe(
          "What statistics and quotas count of it: output, energy and emissions a year once grown; land as it lies",
        ),
    })
    .optional()
    .describe("For what has not happened yet"),
});

const flow = z
  .strictObject({
    title: text,
    party: name,
    amount: quantity.describe("Yuan a year"),
    sign: z.enum(["gain", "cost"]),
    years: two.describe("First and last year of the deal, the clock's first year being 1"),
    follows: name.optional().describe("An enterprise with whose production it grows and ends"),
    needs: list(name).optional().describe("Parties without whom it does not come about"),
    input: z
      .union([z.boolean(), name])
      .default(false)
      .describe(
        "An outlay that the rule of an enclave divides by its inputs, of which enterprise where there are several; without such a rule its party bears it",
      ),
    forgone: z.boolean().default(false).describe("What the party would have had without the deal"),
  })
  .describe("What the deal brings or costs a party beside shared tax");

export const dealSchema = z
  .strictObject({
    "conurb-deal": z.literal(1).describe("Version of the deal format"),
    title: text,
    lead: text.optional(),
    study: z
      .strictObject({
        file: z.string().describe("The study: its folder or file, from here"),
        pins: z
          .record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, { error: "expected-sha256" }))
          .default({})
          .describe("sha256 in the study's lock of every analysis and dataset that numbers come from"),
      })
      .optional(),
    currency: z.enum(currencies).default("yuan"),
    illustrative: z
      .boolean()
      .default(true)
      .describe("Whether amounts rest on invented assumptions: every page says so"),
    seed: z.int().min(0).max(4294967295).default(1),
    draws: z.int().min(100).max(100_000).default(10_000),
    years: z.int().min(1).max(60).default(10).describe("Years that are looked ahead"),
    discount: ratio.default("4%"),
    parties: z.record(
      name,
      z.strictObject({
        title: text,
        place: z.union([z.string(), z.number()]).transform(String).optional().describe("Code of the place"),
        outside: quantity.optional().describe("What it has without the deal, present value in yuan"),
        key: z.string().optional().describe("Its public key (age1...), for its private file"),
      }),
    ),
    mediator: z.strictObject({ title: text, key: z.string().optional() }).optional(),
    figures: z.record(word, figure).default({}),
    assumed: z.record(word, assumption).default({}),
    together: z
      .array(z.strictObject({ of: z.tuple([word, word]), rho: z.number().min(-1).max(1) }))
      .default([])
      .describe("Assumptions that are drawn together, and their correlation"),
    enterprises: z.record(name, enterprise).default({}),
    flows: z.array(flow).default([]),
    rules: z.record(name, ruleSchema),
    games: z
      .record(name, gameSchema)
      .default({})
      .describe("Games that the parties play around the deal, and where play settles"),
    drafts: z.record(
      name,
      z.strictObject({ title: text, rules: z.array(name).min(1), by: name.optional(), on: date.optional() }),
    ),
    table: name.optional().describe("The draft that is on the table; left out: the last"),
    against: name.optional().describe("The draft to compare it with; left out: the first"),
    seek: z
      .strictObject({
        clause: z.enum(["split.origin", "years", "cap.times", "extension.years"]),
        rule: name.optional().describe("Of which rule; left out: the draft's first that shares tax"),
        draft: name.optional().describe("In which draft; left out: the one on the table"),
        confidence: ratio.default("90%"),
      })
      .optional()
      .describe("The clause to change as little as possible until all accept"),
  })
  .describe("A conurb deal");

export type Deal = z.output<typeof dealSchema>;
export type Enterprise = Deal["enterprises"][string];
export type Move = Enterprise["moves"][number];
export type Flow = Deal["flows"][number];
export type Assumption = Deal["assumed"][string];

export function isDrawn({ triangular, lognormal, uniform }: Assumption): boolean {
  return (triangular ?? lognormal ?? uniform) !== undefined;
}
