import type { Table } from "@conurb/core/contract";
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
import { type Row, shownTable, tsvOf } from "./shown-table.ts";
import { tableWords } from "./table-words.ts";

interface DataTableProps {
  readonly table: Table;
  readonly names: CodeNames;
  readonly selected?: string | undefined;
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
    const isThere = await copied(tsvOf({ heads, rows: ordered }, (title) => say("code", { title })));
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
