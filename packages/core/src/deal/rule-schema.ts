import { z } from "zod";
import { list, text } from "../study/schema-parts.ts";
import { fenOf, ratioOf } from "./money.ts";
import { statistics } from "./rule.ts";
import { taxNames } from "./taxes.ts";

/** How shares, amounts and rules are written in a deal file. */

export const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: "expected-name" })
  .describe("Lower-case letters, digits and hyphens");

const written = z.union([z.string(), z.number()]);

export const ratio = written
  .refine((value) => ratioOf(value) !== undefined, { error: "expected-ratio" })
  .describe("50%, 1/3 or 0.5: kept as the exact fraction");

export const yuan = written
  .refine((value) => fenOf(value) !== undefined, { error: "expected-yuan" })
  .describe("An amount in yuan, to the fen");

const percentPattern = /^\s*(-?\d+(?:\.\d+)?)\s*%\s*$/;

export const quantity = z
  .union([z.number(), z.string()])
  .describe("A number, a percentage such as 2%, a name of figures or assumed, or an expression of them")
  .transform((written) => {
    const percent = percentPattern.exec(String(written))?.[1];
    return percent === undefined ? written : Number(percent) / 100;
  });

const shares = z
  .record(name, ratio)
  .describe("Who gets which part: parties, or origin and host of the move; they add up to one");

const years = z.int().min(0).max(100);

export const ruleKinds = ["sharing", "enclave", "pool", "bet"] as const;
export const presetNames = ["jing-jin-ji-2015", "minnesota-fiscal-disparities", "enclave-park", "xinan-river"] as const;

export const ruleSchema = z
  .strictObject({
    preset: z.enum(presetNames).optional().describe("A rule that is known: its clauses, which those below replace"),
    like: name.optional().describe("Another rule of this file, whose clauses those below replace"),
    drop: z
      .array(z.enum(["qualifies", "cap", "extension", "grant", "late", "exit", "audit", "counted"]))
      .optional()
      .describe("Clauses of the preset or the other rule that do not hold here"),
    kind: z.enum(ruleKinds).optional(),
    title: text.optional(),
    source: text.optional(),
    qualifies: z
      .strictObject({
        led: z.enum(["government", "market"]).optional().describe("Who leads the move"),
        fits: z.boolean().optional().describe("Whether it fits the destination's plan of industries"),
        listed: z.boolean().optional().describe("Whether it is on the list that both sides confirm"),
        least: yuan.optional().describe("Least mean of the shared taxes, local part, over the base years"),
      })
      .optional()
      .describe("Tests on the enterprise and its move; all must hold"),
    taxes: list(z.enum(taxNames)).optional().describe("Taxes whose local part is shared"),
    base: z
      .strictObject({ years: years.min(1) })
      .optional()
      .describe("The full calendar years before the one in which the registration changed"),
    clock: list(z.enum(["registration", "production"]))
      .optional()
      .describe("When the years of sharing begin: with the month in which the last of these has come"),
    split: shares.optional(),
    years: years.min(1).optional().describe("Years of sharing, of twelve months each"),
    cap: z
      .strictObject({
        of: z.enum(["base", "amount"]).describe("base: what the origin had in its base years, local part"),
        amount: yuan.optional(),
        times: ratio.optional().describe("Of the base: how many times it"),
      })
      .optional()
      .describe("The most that the origin receives in all; sharing ends there"),
    extension: z
      .strictObject({ years: years.min(1), when: z.literal("below-cap").default("below-cap") })
      .optional()
      .describe("Further years where the cap has not been reached"),
    grant: z
      .strictObject({ payer: name, amount: yuan })
      .optional()
      .describe("Paid once to the origin, where even the last year leaves it below the cap"),
    refunds: z
      .enum(["net", "carry"])
      .optional()
      .describe(
        "A year with more refunds than tax: shared like tax, so that it is paid back, or set against later years",
      ),
    late: z
      .strictObject({ grace: years.describe("Months after a year of sharing"), rate: ratio.describe("For each month") })
      .optional()
      .describe("Interest on what is transferred late"),
    exit: z
      .strictObject({ within: years.min(1), repays: ratio })
      .optional()
      .describe(
        "An enterprise that leaves within so many years of the clock: what the origin pays back of what it received",
      ),
    audit: z
      .strictObject({ by: name, every: years.min(1) })
      .optional()
      .describe("Who checks the tax, every how many years"),
    payer: name.optional().describe("Who collects and transfers: a party, or host"),
    inputs: shares.optional().describe("Of an enclave: who bears which part of the outlay"),
    counted: z
      .partialRecord(z.enum(statistics), shares)
      .optional()
      .describe("Whose statistics and quotas the enterprise counts in"),
    pool: z
      .strictObject({
        share: ratio.optional().describe("Part of the growth of the tax base that goes into the pool"),
        towns: z
          .record(
            name,
            z.strictObject({
              first: yuan.describe("Commercial and industrial tax base in the first year"),
              now: yuan.describe("The same now"),
              people: z.int().min(0),
              capacity: yuan.describe("Tax base a head, of all kinds"),
              rate: ratio.describe("The town's own tax rate"),
            }),
          )
          .optional(),
      })
      .optional(),
    bet: z
      .strictObject({
        upstream: name.optional(),
        downstream: name.optional(),
        threshold: z.number().optional().describe("The index up to which the water is as agreed"),
        stake: yuan.optional().describe("What the one who loses pays to the other, a year"),
        places: z
          .int()
          .min(0)
          .max(9)
          .optional()
          .describe("Decimals that the index is rounded to before it is compared"),
        index: quantity
          .optional()
          .describe(
            "The index of years ahead: a number, a name or an expression; what it alone rests on is drawn anew each year",
          ),
        measured: z
          .array(
            z.strictObject({
              year: z.int().min(1900).max(2200),
              index: quantity.describe(
                "What was observed, or a name of figures, or an expression of them; nothing that is drawn",
              ),
              source: text.optional().describe("Who measured it"),
            }),
          )
          .optional()
          .describe("The index of years that are over: what is owed for each is settled"),
      })
      .optional()
      .describe("Who pays whom depends on a measured index"),
  })
  .describe("One rule: from a preset, from another rule, or clause by clause");

export type RuleWritten = z.output<typeof ruleSchema>;
