import { findColumn, type Problem, type Table } from "@conurb/core/contract";
import { message, suggestion } from "@conurb/core/language";
import { type DatasetDeclaration, plain } from "@conurb/core/study";
import type { Ran } from "@conurb/server";
import { insideFolder, readBytes } from "@conurb/store";
import { UsageError } from "../exit.ts";
import { isWorkbook } from "../import/open-book.ts";
import { typedFile } from "../study/load-dataset.ts";
import { pageOf } from "../study/load-page.ts";
import type { Session } from "../study/session.ts";

/** What the data room asks of a dataset beside its table. */
export function datasetQuestions(session: Session): Pick<Ran, "figures" | "account"> {
  const { run, file } = session;
  const { plan, data } = run;
  const declared = (name: string): DatasetDeclaration => {
    const { datasets } = plan.study;
    const found = Object.hasOwn(datasets, name) ? datasets[name] : undefined;
    if (found !== undefined) return found;
    const names = Object.keys(datasets);
    const told = message("study-name-unknown", { at: "serve", name, names: names.join(", ") });
    throw new UsageError(told, suggestion(name, names));
  };
  return {
    figures: async (name) => {
      const declaration = declared(name);
      await data.dataset(name).catch(() => {}); // a dataset none of whose places is in the study was loaded all the same
      return plain({ table: data.loaded(name), corrections: declaration.corrections ?? [] });
    },
    account: async (name) => {
      const declaration = declared(name);
      const table = await data.dataset(name);
      return plain({
        ...(await accountOf(name, declaration, file.folder)),
        flags: flagsIn(table),
        steps: data.steps(name).map(({ kind, told }) => ({ kind, told: told.map(inBoth) })),
        notes: data.notes(name).map(inBoth),
      });
    },
  };
}

const inBoth = ({ code, text, hint, place }: Problem) => ({ code, text, hint, place });

/** Every cell of the file by what became of it; figures of the atlas and sums by SQL have no cells of a file here. */
async function accountOf(name: string, declaration: DatasetDeclaration, folder: string) {
  const { file, cube, layout } = declaration;
  if (file === undefined || (cube !== undefined && layout === undefined)) return {};
  const bytes = await readBytes(await insideFolder(folder, file), file);
  const isPage = layout !== undefined || isWorkbook(bytes, file);
  const read = isPage ? await pageOf(name, declaration, bytes, file) : await typedFile({ name, declaration }, bytes);
  const { account, missingAs, notes } = read;
  return { file, account, missingAs, fileNotes: notes.map(inBoth) };
}

/** How many figures carry each flag, and the first of them. */
function flagsIn(table: Table) {
  const found = new Map<string, { count: number; columns: Set<string>; first: object }>();
  const place = findColumn(table, String(table.roles?.place ?? "place"));
  const year = findColumn(table, String(table.roles?.year ?? "year"));
  for (const column of table.columns) {
    if (column.kind === "label" || column.flags === undefined) continue;
    for (const [row, flags] of column.flags.entries()) {
      for (const flag of flags?.split(";") ?? []) {
        const own = found.get(flag.trim());
        if (own === undefined) {
          const first = { column: column.name, place: place?.values[row], year: year?.values[row] };
          found.set(flag.trim(), { count: 1, columns: new Set([column.name]), first });
        } else {
          own.count += 1;
          own.columns.add(column.name);
        }
      }
    }
  }
  return [...found].map(([flag, { count, columns, first }]) => ({ flag, count, columns: [...columns], first }));
}
