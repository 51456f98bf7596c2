import { z } from "zod";
import type { Text } from "../language/text.ts";
import { list, text } from "./schema-parts.ts";

const columns = z.array(z.string()).min(1).optional();
export const basis = z.enum(["current", "constant", "chained"]);

const pricesOfSome = z.strictObject({
  basis: basis.describe("Of each year; of one year; of one year by chained links"),
  base: z.int().optional().describe("The year of constant or chained prices"),
  by: text.optional().describe("Who says so"),
  converted: z
    .strictObject({ kind: z.enum(["exchange-rate", "ppp"]), by: text, year: z.int().optional() })
    .optional()
    .describe("How the figures came from another currency, where they did"),
  of: columns.describe("Columns of money; left out, all that no other entry names"),
});
const pricesOfAll = basis.transform((one): PricesDeclaration => ({ basis: one }));

/** In which prices columns of money are: one word, one entry, or a list of them. */
const prices = z.union([
  pricesOfAll.transform((one): PricesDeclaration[] => [one]),
  pricesOfSome.transform((one): PricesDeclaration[] => [one]),
  z.array(z.union([pricesOfAll, pricesOfSome])).min(1),
]) as unknown as z.ZodType<PricesDeclaration[], z.input<typeof pricesOfSome> | "current" | "constant" | "chained">;

export interface PricesDeclaration {
  basis: "current" | "constant" | "chained";
  base?: number | undefined;
  by?: Text | undefined;
  converted?: { kind: "exchange-rate" | "ppp"; by: Text; year?: number | undefined } | undefined;
  of?: string[] | undefined;
}

const ofMoney = columns.describe("Columns of money; left out, all at current prices");
const deflation = z.strictObject({
  by: z.string().describe("The dataset of the index"),
  index: z.string().optional().describe("Its column; left out, its role value or its only figures"),
  kind: z.enum(["previous-year", "fixed"]).describe("Each year against the one before, or all against one year"),
  base: z.int().describe("The year whose prices are wanted"),
  measures: z
    .enum(["price", "volume"])
    .default("price")
    .describe("An index of prices, which figures are divided by, or of volume, which carries the base year's figure"),
  scale: z.number().positive().default(100).describe("What stands for no change in an index against the previous year"),
  place: z.string().optional().describe("Column by which a row finds its index; parent: the province that it lies in"),
  of: ofMoney,
});
const conversion = z.strictObject({
  to: z.string().describe("Unit wanted, such as million USD"),
  by: z.string().describe("The dataset of the rates"),
  rate: z.string().optional().describe("Its column, whose unit says which way it goes, such as yuan per USD"),
  kind: z.enum(["exchange-rate", "ppp"]),
  at: z.int().optional().describe("One year's rate for all rows"),
  place: z.string().optional().describe("Column by which a row finds its rate"),
  of: columns.describe("Columns of money; left out, all"),
});
const relation = z.strictObject({
  to: z.string().describe("The dataset of the totals, by year"),
  total: z.string().optional().describe("Its column; left out, its role value or its only figures"),
  base: z.int().describe("The year whose total every year's total is brought to"),
  of: ofMoney,
});
const common = z.strictObject({
  of: z.array(z.string()).min(2).describe("Lists of industries or classifications, this dataset's own among them"),
  minor: z
    .enum(["listed", "joined"])
    .default("listed")
    .describe("Small parts of a section that belong elsewhere: told, or their sections joined"),
});

/** What is done to a dataset's figures before any analysis, in the order in which it is done. */
export const stepKeys = {
  prices: prices.optional().describe("In which prices columns of money are"),
  edition: z
    .union(
      [
        z.int().transform((to): { to: number; from?: number | undefined } => ({ to })),
        z.strictObject({
          to: z.int(),
          from: z.int().optional().describe("The year of the rows, where the table has no years"),
        }),
      ],
      { error: "expected-edition" },
    )
    .optional()
    .describe("The year at whose end the codes of places are wanted, such as 2019"),
  additive: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Columns that add up where places or industries are put together; the others are left empty there"),
  industries: z.string().optional().describe("The list or classification that a file's industries are of"),
  sections: common.optional().describe("The finest list of sections that several classifications have in common"),
  deflate: list(deflation).optional().describe("Money of each year in the prices of one, by a dataset of deflators"),
  relative: list(relation).optional().describe("Money beside a total of the same year, where there is no deflator"),
  currency: list(conversion).optional().describe("Money in another currency, by a dataset of rates"),
};

export type Deflation = z.output<typeof deflation>;
export type Conversion = z.output<typeof conversion>;
export type Relation = z.output<typeof relation>;
