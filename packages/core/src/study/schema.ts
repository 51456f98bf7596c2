import { z } from "zod";
import { ruleSchema } from "../register/rules.ts";
import { layoutSchema } from "../sheets/layout.ts";
import { encodings } from "../tables/encodings.ts";
import { list, text } from "./schema-parts.ts";
import { basis, stepKeys } from "./steps-schema.ts";

/** The study file, as written. Every default that a study may leave out is filled here or by a method's own options. */

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: "expected-name" })
  .describe("Lower-case letters, digits and hyphens");

/** Names that expressions use may not hold a hyphen, which would read as a minus. */
const word = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: "expected-word" })
  .describe("Lower-case letters, digits and underscores");

const roles = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .describe("Which column plays which role, such as { place: code, value: gdp }");

const scalar = z.union([z.string(), z.number()]);
const where = z
  .record(z.string(), z.union([scalar, z.array(scalar)]))
  .describe("Rows to keep: column: value, or a list of values");

const cluster = z.union([
  z.string(),
  z.array(z.string()),
  z.record(name, z.strictObject({ title: text, short: text.optional(), members: z.array(z.coerce.string()).min(1) })),
]);

const correction = z
  .strictObject({
    at: z
      .record(z.string(), scalar)
      .describe('Which row, by its roles or columns and what stands there: { place: "130200", year: 2020 }'),
    column: z.string().describe("Column of figures"),
    was: z
      .number()
      .nullable()
      .optional()
      .describe("What the file says there, null for a gap: should it come to say something else, the study is stopped"),
    value: z.number().nullable().describe("What it should say, in the column's own unit; null for a gap"),
    reason: text.describe("Why, and who says so: printed wherever the figure is asked for"),
  })
  .describe("One figure that the study corrects; the file stays as it is");

const sheetName = z.union([z.string(), z.number()]).transform(String);

const dataset = z
  .strictObject({
    title: text.optional(),
    atlas: z.string().optional().describe("PACKAGE/RESOURCE of the figures that ship with the program"),
    reference: z
      .literal(true)
      .optional()
      .describe("The economy that the atlas compares this table's structure with, such as the country, in place of it"),
    file: z
      .string()
      .optional()
      .describe("A file inside the study's folder: workbook, CSV, Parquet, JSON, Stata, map or network"),
    sheet: z
      .union([sheetName, z.array(sheetName).min(1)])
      .optional()
      .describe(
        "Sheet of a workbook, several of one layout ([2018, 2019], or 20* by name), layer of a map, table of a JSON file",
      ),
    layout: layoutSchema.optional().describe("How the sheet is read, as conurb import prints it"),
    table: z.int().min(1).optional().describe("Which of the sheet's tables, where their rows have different heads"),
    projection: z.string().optional().describe("Of a shapefile without .prj: EPSG:4326, WKT or a proj string"),
    absent: text.optional().describe("Why there are no figures: analyses that need them are listed as not computed"),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: "expected-sha256" })
      .optional(),
    encoding: z.enum(encodings).optional(),
    roles: roles.optional(),
    units: z.record(z.string(), z.string()).optional().describe("Unit of each number column, such as 10000 person"),
    titles: z.record(z.string(), text).optional(),
    where: where.optional(),
    unusable: z.array(z.string()).optional().describe("Flags whose figures this study leaves out: they become gaps"),
    corrections: z
      .array(correction)
      .min(1)
      .optional()
      .describe("Figures that this study corrects, each with its reason: flagged corrected"),
    interpolate: list(z.string())
      .optional()
      .describe("Columns whose gaps are filled linearly between two observed years of a place, flagged interpolated"),
    places: z.string().default("cluster").describe("cluster, parents, all, or the id of another cluster"),
    ...stepKeys,
    cube: z
      .strictObject({ by: z.array(z.string()).min(1), sum: z.record(z.string(), z.int().min(0).max(12)) })
      .optional()
      .describe("Micro-data to add up by SQL: the columns to group by, the measures with their decimal places"),
    source: z.string().optional().describe("What to cite"),
    kind: z
      .literal("register")
      .optional()
      .describe("A register of policies: its codes, dates and places are checked as those of policies"),
    reach: z
      .record(z.string(), list(z.union([z.string(), z.number()]).transform(String)))
      .optional()
      .describe("Of a register: its own words for places, and the codes or clusters that they stand for"),
    rules: z
      .array(ruleSchema)
      .optional()
      .describe("Of a register: what fills empty instruments, objectives and sectors, the first that holds"),
  })
  .describe("A table: from the atlas, from a file, or known to be absent");

export interface IndicatorNode {
  title?: { en: string; zh: string } | undefined;
  short?: { en: string; zh: string } | undefined;
  weight?: number | undefined;
  aggregate?: "arithmetic" | "geometric" | "harmonic" | undefined;
  indicators?: Record<string, IndicatorLeaf> | undefined;
  aspects?: Record<string, IndicatorNode> | undefined;
}
export type IndicatorLeaf = z.infer<typeof leaf>;

const leaf = z.strictObject({
  title: text.optional(),
  short: text.optional().describe("For heads of columns"),
  expr: z
    .union([z.string(), z.number()])
    .transform(String)
    .describe("How it is made, such as province.beds / province.population"),
  unit: z.string().optional(),
  direction: z.enum(["up", "down"]).default("up"),
  weight: z.number().positive().optional(),
  goalposts: z.tuple([z.number(), z.number()]).optional(),
  target: z.number().optional(),
  log: z.boolean().optional().describe("Take logarithms before scaling"),
  evidence: list(z.string()).optional().describe("Names of evidence that is about this indicator"),
  source: z.string().optional(),
  note: text.optional(),
});

const node: z.ZodType<IndicatorNode, IndicatorNode> = z.lazy(() =>
  z.strictObject({
    title: text.optional(),
    short: text.optional().describe("For heads of columns"),
    weight: z.number().positive().optional(),
    aggregate: z.enum(["arithmetic", "geometric", "harmonic"]).optional(),
    indicators: z.record(name, leaf).optional(),
    aspects: z.record(name, node).optional(),
  }),
) as unknown as z.ZodType<IndicatorNode, IndicatorNode>;

const indicatorSet = z.strictObject({
  title: text.optional(),
  places: z.string().default("cluster").describe("cluster, parents, or the id of another cluster"),
  year: z.int().optional().describe("A cross-section: the year of every variable that names none itself"),
  years: z.array(z.int()).min(1).optional().describe("A panel over these years"),
  aspects: z.record(name, node),
});

/** A method alone, or with its settings; which there are, the recipe's own schema says (composite/recipe.ts). */
const methodOrSettings = z.union([z.string().transform((method) => ({ method })), z.record(z.string(), z.unknown())], {
  error: "expected-method-or-settings",
}) as unknown as z.ZodType<Record<string, unknown>, string | Record<string, unknown>>;

const recipe = z.strictObject({
  title: text.optional(),
  indicators: z.string().describe("The set of indicators it is made of"),
  normalise: methodOrSettings.optional(),
  weigh: methodOrSettings.optional(),
  aggregate: z.string().optional(),
  missing: z.record(z.string(), z.unknown()).optional(),
});

/** What a name in `on:` is written as: the name, or the name with the rows, roles and shape that are asked of it. */
export const referenceSchema = z.union([
  z.string(),
  z.strictObject({
    from: z.string(),
    where: where.optional(),
    roles: roles.optional(),
    wide: z.strictObject({ variable: z.string(), value: z.string() }).optional(),
  }),
]);

const analysis = z.strictObject({
  title: text.optional(),
  use: z.string().describe("The method, FAMILY/NAME"),
  on: z.union([
    z.string(),
    z.record(
      z.string(),
      z.union([referenceSchema, z.array(referenceSchema).min(1), z.record(z.string(), z.unknown())]),
    ),
  ]),
  with: z.record(z.string(), z.unknown()).default({}),
});

const exhibit = z.union([
  z.string().describe("ANALYSIS, ANALYSIS.VIEW, ANALYSIS.TABLE, DATASET or a set of INDICATORS"),
  z.strictObject({
    of: z.string(),
    title: text.optional(),
    note: text.optional(),
    where: where.optional(),
    columns: z.array(z.string()).optional(),
    rows: z.int().positive().optional().describe("How many rows of a table to print"),
    each: z.enum(["cluster", "together"]).optional().describe("One picture a cluster, or one for all"),
    view: z
      .looseObject({ kind: z.string(), table: z.string() })
      .optional()
      .describe("A view in place of the method's own"),
  }),
]);

const section = z.strictObject({
  title: text,
  lead: text.optional(),
  show: z
    .array(z.union([exhibit, z.array(exhibit).min(1)]))
    .min(1)
    .describe("Exhibits in order; a list within the list is set side by side, cluster by cluster"),
});

const evidence = z.strictObject({
  text,
  source: text.describe("Who says so, and where"),
  on: z
    .strictObject({
      indicator: list(z.string()).optional().describe("Ids of indicators"),
      place: list(z.union([z.string(), z.number()]).transform(String))
        .optional()
        .describe("Codes of places"),
      analysis: list(z.string()).optional().describe("Names of analyses whose findings it is about"),
    })
    .optional(),
});

export const studySchema = z
  .strictObject({
    conurb: z.literal(1).describe("Version of the study format"),
    title: text,
    authors: z.array(z.string()).optional(),
    seed: z.int().min(0).max(4294967295).default(1),
    cluster: cluster.optional(),
    datasets: z.record(word, dataset).default({}),
    places: z
      .strictObject({
        confirm: z
          .record(z.string().min(1), z.string().min(1))
          .default({})
          .describe("Names that are no place's exact name, and the codes they stand for"),
      })
      .optional()
      .describe("What the study settles about places that its files call by names"),
    map: z
      .strictObject({
        file: z.string().describe("GeoJSON, TopoJSON or a zipped shapefile inside the study's folder"),
        place: z.string().describe("The property that holds the codes of places"),
        layer: z.string().optional().describe("Of several layers, the one to take"),
        projection: z.string().optional().describe("Of a shapefile without .prj: EPSG:4326, WKT or a proj string"),
        approval: z
          .string()
          .min(1)
          .optional()
          .describe("The number under which the map was approved, printed under it"),
        source: z.string().optional().describe("Whose outlines they are, printed under the map"),
      })
      .optional()
      .describe("Outlines of places, drawn in place of points; the program itself draws no boundary"),
    prices: z
      .strictObject({
        basis: basis.optional(),
        base: z.int().optional(),
        growth: z
          .enum(["label", "refuse"])
          .default("label")
          .describe("What becomes of comparisons over years of money that is not in constant prices"),
      })
      .optional()
      .describe("Which prices money values are in where their dataset does not say: printed with them"),
    indicators: z.record(name, indicatorSet).default({}),
    recipes: z.record(name, recipe).default({}),
    analyses: z.record(name, analysis).default({}),
    evidence: z
      .record(name, evidence)
      .default({})
      .describe("Notes with their source, shown where the numbers are that they are about"),
    report: z
      .strictObject({
        lang: z
          .array(z.enum(["zh", "en"]))
          .min(1)
          .default(["zh", "en"]),
        formats: z
          .array(z.enum(["html", "docx", "pdf"]))
          .min(1)
          .optional()
          .describe("What `report` writes unless it is asked for others; html if left out"),
        subtitle: text.optional(),
        headlines: z.array(z.string()).optional().describe("Analyses whose findings open the report"),
        sections: z.array(section).optional().describe("What to show, in order; left out: every analysis"),
      })
      .default({ lang: ["zh", "en"] }),
  })
  .describe("A conurb study");

export type Study = z.output<typeof studySchema>;
export type DatasetDeclaration = Study["datasets"][string];
export type Correction = z.output<typeof correction>;
export type { Conversion, Deflation, PricesDeclaration, Relation } from "./steps-schema.ts";
export type AnalysisDeclaration = Study["analyses"][string];
export type IndicatorSet = Study["indicators"][string];
export type SectionDeclaration = z.output<typeof section>;
export type ExhibitDeclaration = Exclude<z.output<typeof exhibit>, string>;

/** Everything that a section shows, in its long form. */
export function exhibitsIn({ show }: SectionDeclaration): ExhibitDeclaration[] {
  return show.flat().map((each) => (typeof each === "string" ? { of: each } : each));
}
export type RecipeDeclaration = Study["recipes"][string];
