import { z } from "zod";
import { layoutSchema } from "../sheets/layout.ts";
import { encodings } from "../tables/encodings.ts";

/** The file of a published table, as written: where its figures come from, and what is known of how they were made. */

const text = z
  .union(
    [
      z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
      z
        .string()
        .min(1)
        .transform((both) => ({ en: both, zh: both })),
    ],
    { error: "expected-both-languages" },
  )
  .describe("{ en, zh }, or one string for both languages");

const columnRoles = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .describe("Which column plays which role, such as { place: city, subsystems: [u1, u2] }");

const rows = {
  data: z.string().optional().describe("Rows as they are printed, a header first; parted by commas, tabs or spaces"),
  file: z
    .string()
    .optional()
    .describe("A file beside this one, in place of data: CSV, or a workbook with sheet and layout"),
  encoding: z.enum(encodings).optional(),
  sheet: z.union([z.string(), z.number()]).transform(String).optional().describe("Sheet of a workbook"),
  layout: layoutSchema.optional().describe("How the sheet is read, as conurb import prints it"),
  table: z.int().min(1).optional().describe("Which of the sheet's tables, where their rows have different heads"),
};

const where = z.record(z.string(), z.union([z.string(), z.number()]));

export const tableFileSchema = z
  .strictObject({
    "conurb-table": z.literal(1).describe("Version of the format"),
    title: text,
    source: z.string().min(1).describe("What to cite, with the number of the table"),
    note: text.optional(),
    use: z.string().describe("The method, FAMILY/NAME"),
    ...rows,
    roles: columnRoles.default({}),
    inputs: z
      .record(z.string(), z.union([z.strictObject({ ...rows, roles: columnRoles.default({}) }), z.unknown()]))
      .default({})
      .describe("Further inputs of the method: tables as above, or records"),
    with: z.record(z.string(), z.unknown()).default({}).describe("Options that the source states: they are not varied"),
    vary: z
      .record(z.string(), z.array(z.unknown()).min(1))
      .default({})
      .describe("What to try, such as { power: [1, 2] }; left out: every choice that the method or recipe offers"),
    recipe: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("Of raw indicators; normalisation, weights and aggregation that it does not state are tried"),
    printed: z
      .strictObject({ ...rows })
      .optional()
      .describe(
        "The published figures, where they are not columns of the data; its keys are called as those of the data",
      ),
    published: z
      .record(z.string(), z.union([z.string(), z.strictObject({ of: z.string(), where: where.optional() })]))
      .default({})
      .describe("Which published column is which of the result: { C: coordination.coupling }"),
    scalars: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .default({})
      .describe("Published single numbers, by their names in the result, as printed: { ratio: '0.020' }"),
    decimals: z
      .record(z.string(), z.int().min(0).max(15))
      .default({})
      .describe("Of a column, where the print misleads"),
    exact: z
      .union([z.literal(true), z.array(z.string())])
      .default([])
      .describe("Columns of the data that are not rounded, or true for all; they may hold fractions such as 1/3"),
    pair: z
      .tuple([z.string(), z.string()])
      .optional()
      .describe(
        "Two printed variants of the coupling degree of two systems side by side, where the levels are not printed",
      ),
    seed: z.int().min(0).max(4294967295).default(1),
  })
  .describe("A published table");

export type TableFile = z.output<typeof tableFileSchema>;

/** Where rows stand: written out in the table's file, or in a file beside it. */
export type RowsWritten = Pick<TableFile, keyof typeof rows>;
