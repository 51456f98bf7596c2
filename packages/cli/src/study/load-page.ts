import { heldBy, InputError, type Problem, type Table } from "@conurb/core/contract";
import { type Page, readSheets } from "@conurb/core/sheets";
import type { DatasetDeclaration } from "@conurb/core/study";
import { divide, parseUnit, unitsAgree } from "@conurb/core/units";
import { openBook, requireSheets } from "../import/open-book.ts";
import { say } from "../say.ts";

/** What a dataset says of the page that it is read from. */
export type PageDeclaration = Partial<
  Pick<DatasetDeclaration, "layout" | "encoding" | "sheet" | "table" | "title" | "units" | "roles">
>;

/** A sheet, or several, by the layout that the study has for it. */
export async function loadPage(
  name: string,
  declaration: PageDeclaration,
  bytes: Uint8Array,
  file: string,
): Promise<Table> {
  const { title } = declaration;
  const path = `datasets.${name}`;
  const page = await pageOf(name, declaration, bytes, file);
  requireSoundPage(page);
  const asked = declaration.table ?? 1;
  const table = page.tables[asked - 1]?.table;
  if (table === undefined) {
    const text = say("dataset-table-unknown", { file, tables: page.tables.length, table: asked });
    throw new InputError({ code: "dataset-table-unknown", text, place: { path: `${path}.table` } });
  }
  requireUnits(name, table, declaration);
  const titled = title === undefined ? table : { ...table, title };
  const asksValues = declaration.roles?.value !== undefined || declaration.roles?.values !== undefined;
  if (!asksValues || table.roles === undefined) return titled;
  const { values: _, ...roles } = table.roles;
  return { ...titled, roles };
}

/** The whole page that a dataset is a table of, or the pages of several sheets as one, with what became of its cells. */
export async function pageOf(
  name: string,
  { layout, encoding, sheet: named }: PageDeclaration,
  bytes: Uint8Array,
  file: string,
): Promise<Page> {
  const book = await openBook(bytes, file, encoding === undefined ? {} : { encoding });
  const sheets = requireSheets(book, named ?? (book.isWorkbook ? layout?.sheet : undefined));
  if (layout !== undefined) return readSheets(sheets, layout, { name });
  throw new InputError({
    code: "dataset-needs-layout",
    text: say("dataset-needs-layout", { file }),
    hint: say("dataset-needs-layout-hint", { file }),
    place: { path: `datasets.${name}` },
  });
}

/** A page with a refused cell is not to be computed with. */
export function requireSoundPage({ problems, problemCount }: Page): void {
  if (problemCount === 0) return;
  const more = problemCount - problems.length;
  const rest: Problem[] = more > 0 ? [{ code: "more-problems", text: say("page-more", { more }) }] : [];
  throw new InputError([...problems, ...rest]);
}

/** Units of the study say again what the page says; only a page that says nothing is told. */
function requireUnits(name: string, { columns }: Table, { units = {} }: PageDeclaration): void {
  const problems = columns.flatMap((column): Problem[] => {
    const declared = heldBy(units, column.name);
    if (column.kind !== "number" || declared === undefined || column.unit === "1") return [];
    if (isSameUnit(column.unit, declared)) return [];
    return [
      {
        code: "dataset-unit-differs",
        text: say("dataset-unit-differs", { column: column.name, found: column.unit, declared }),
        hint: say("dataset-unit-differs-hint"),
        place: { path: `datasets.${name}.units.${column.name}` },
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function isSameUnit(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [parseUnit(one), parseUnit(other)];
  if (!unitsAgree(a, b)) return false;
  const { numerator, denominator } = divide(a, b);
  return numerator === denominator;
}
