import { findColumn, type Table } from "@conurb/core/contract";
import { numberFormat } from "@conurb/figures";
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useId, useMemo, useState } from "react";
import { useLanguage, useSay } from "../language/language.ts";
import type { CodeNames } from "../language/outline-names.ts";
import { copied } from "../shell/copy.ts";
import { finestFormat } from "./finest-format.ts";
import { tableWords } from "./table-words.ts";

interface DataTableProps {
  readonly table: Table;
  readonly names: CodeNames;
  readonly selected?: string | undefined;
}

/** One row as it is shown and as it is: what sorts and filters is the figure, not its writing. */
interface Row {
  readonly raw: readonly (string | number | null)[];
  readonly shown: readonly string[];
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
const page = 60; // rows that are drawn before more are asked for

/** A result's table: sorts, filters, transposes, copies as TSV. What a dataset holds is text, never markup. */
export function DataTable({ table, names, selected }: DataTableProps) {
  const language = useLanguage();
  const say = useSay(tableWords);
  const id = useId();
  const [limit, setLimit] = useState(page);
  const [turned, setTurned] = useState(false);
  const [told, setTold] = useState<"copied" | "notCopied">();
  const [wanted, setWanted] = useState("");
  const [sorting, setSorting] = useState<{ id: string; desc: boolean }[]>([]);
  const { heads, rows } = useMemo(() => shownTable(table, names, language), [table, names, language]);
  const columns = useMemo(
    () =>
      heads.map(
        ({ isNumber }, at): ColumnDef<typeof features, Row> => ({
          id: String(at),
          accessorFn: (row) => (isNumber ? (row.raw[at] ?? undefined) : row.shown[at]),
          sortUndefined: "last",
          sortFn: isNumber
            ? (a, b, column) => Number(a.getValue(column)) - Number(b.getValue(column))
            : (a, b, column) =>
                String(a.getValue(column)).localeCompare(
                  String(b.getValue(column)),
                  language === "zh" ? "zh-CN" : "en",
                ),
        }),
      ),
    [heads, language],
  );
  const found = useMemo(() => {
    const word = wanted.trim().toLowerCase();
    return word === "" ? rows : rows.filter(({ shown }) => shown.some((each) => each.toLowerCase().includes(word)));
  }, [rows, wanted]);
  const model = useTable({
    features,
    columns,
    data: found as Row[],
    state: { sorting },
    onSortingChange: (next) => setSorting((before) => [...(typeof next === "function" ? next(before) : next)]),
  });
  const ordered = model.getRowModel().rows.map(({ original }) => original);
  const shown = ordered.slice(0, limit);
  const copy = async () => {
    const cell = (text: string | number | null) => String(text ?? "").replace(/[\t\r\n]+/g, " ");
    const lines = [
      heads.map(({ title, unit }) => cell(unit === "" ? title : `${title} (${unit})`)),
      ...ordered.map(({ raw }) => raw.map(cell)),
    ];
    const isThere = await copied(lines.map((line) => line.join("\t")).join("\n"));
    setTold(isThere ? "copied" : "notCopied");
    setTimeout(() => setTold(undefined), 2000);
  };
  const sortedAs = (at: number) => sorting.find(({ id: column }) => column === String(at));
  const cell = (row: Row, at: number) => {
    const isGap = row.raw[at] === null && heads[at]?.isNumber === true;
    return (
      <td
        key={at}
        className={isGap ? "gap" : heads[at]?.isNumber ? undefined : "label"}
        title={isGap ? say("gap") : undefined}
      >
        {row.shown[at]}
      </td>
    );
  };
  return (
    <>
      <div className="tools">
        <input
          type="search"
          id={id}
          aria-label={say("filter")}
          placeholder={say("filter")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <button type="button" className="as-link" aria-pressed={turned} onClick={() => setTurned(!turned)}>
          {say("transpose")}
        </button>
        <button type="button" className="as-link" onClick={copy}>
          {say(told ?? "copy")}
        </button>
        <span className="quiet">{say("rows", { shown: shown.length, n: rows.length })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll" tabIndex={0} aria-label={table.title?.[language] ?? table.name}>
        <table className="data">
          {turned ? (
            <tbody>
              {heads.map(({ name, title, unit }, at) => (
                <tr key={name}>
                  <th className="label" scope="row">
                    {title} <span className="quiet">{unit}</span>
                  </th>
                  {shown.map((row) => cell(row, at))}
                </tr>
              ))}
            </tbody>
          ) : (
            <>
              <thead>
                <tr>
                  {heads.map(({ name, title, unit, isNumber }, at) => {
                    const sorted = sortedAs(at);
                    return (
                      <th
                        key={name}
                        scope="col"
                        className={isNumber ? undefined : "label"}
                        aria-sort={sorted === undefined ? "none" : sorted.desc ? "descending" : "ascending"}
                      >
                        <button
                          type="button"
                          title={say("sort", { column: title })}
                          onClick={() => model.getColumn(String(at))?.toggleSorting(undefined)}
                        >
                          {title}
                          {sorted !== undefined && (sorted.desc ? " ↓" : " ↑")}
                          {unit !== "" && (
                            <>
                              <br />
                              <span className="quiet">{unit}</span>
                            </>
                          )}
                        </button>
                      </th>
                    );
                  })}
                </tr>
              </thead>
              <tbody>
                {shown.map((row, at) => (
                  <tr
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a dataset may be alike
                    key={`${row.raw.slice(0, 3).join(" ")} ${at}`}
                    className={selected !== undefined && row.raw.includes(selected) ? "is-selected" : undefined}
                  >
                    {heads.map((_, column) => cell(row, column))}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </section>
      {ordered.length > limit && (
        <button type="button" className="as-link" onClick={() => setLimit(limit + 5 * page)}>
          {say("more", { n: Math.min(ordered.length - limit, 5 * page) })}
        </button>
      )}
    </>
  );
}

interface Head {
  /** The column's own name: titles may be alike. */
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly isNumber: boolean;
}

const longest = 400; // characters of a cell: more says nothing in a table, and would hold the page up

/** Columns as they are read: codes by their names, `x_en` and `x_zh` as the one that they name, numbers in one unit each. */
function shownTable(table: Table, names: CodeNames, language: "en" | "zh"): { heads: Head[]; rows: Row[] } {
  const isName = (name: string) => /_(en|zh)$/.test(name);
  const stems = new Set(table.columns.filter(({ name }) => isName(name)).map(({ name }) => name.slice(0, -3)));
  const columns = table.columns.filter(
    ({ name }) => !isName(name) || (!findColumn(table, name.slice(0, -3)) && name.endsWith(language)),
  );
  const heads: Head[] = [];
  const cells: { raw: (row: number) => string | number | null; shown: (row: number) => string }[] = [];
  for (const column of columns) {
    const title = column.title?.[language] ?? column.name;
    if (column.kind === "number") {
      const isYear = column.name === "year" || column.unit === "year";
      const format = isYear
        ? numberFormat(column.unit, [], language)
        : finestFormat(column.unit, column.values, language);
      heads.push({ name: column.name, title, unit: isYear ? "" : format.unit, isNumber: true });
      cells.push({
        raw: (row) => (Number.isNaN(column.values[row]) ? null : (column.values[row] as number)),
        shown: (row) => (isYear ? String(column.values[row]) : format.format(column.values[row] as number)),
      });
      continue;
    }
    const named = stems.has(column.name) ? findColumn(table, `${column.name}_${language}`) : undefined;
    heads.push({ name: column.name, title, unit: "", isNumber: false });
    cells.push({
      raw: (row) => column.values[row] ?? null,
      shown: (row) => {
        const code = column.values[row] ?? null;
        const text = code === null ? "–" : String(named?.values[row] ?? names.of(code));
        return text.length > longest ? `${text.slice(0, longest)}…` : text;
      },
    });
  }
  const rows = Array.from({ length: table.rows }, (_, row) => ({
    raw: cells.map(({ raw }) => raw(row)),
    shown: cells.map(({ shown }) => shown(row)),
  }));
  return { heads, rows };
}
