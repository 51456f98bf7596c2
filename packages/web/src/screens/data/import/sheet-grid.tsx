import { columnLetters } from "@conurb/core/sheets";
import { Fragment, memo } from "react";
import { useSay } from "../../../language/language.ts";
import {
  type ColumnPart,
  columnPart,
  type RowPart,
  rowPart,
  settableColumns,
  settableRows,
  withColumn,
  withRow,
} from "./layout-edits.ts";
import type { Preview, ShortLayout } from "./preview.ts";
import { words } from "./words.ts";

interface SheetGridProps {
  readonly preview: Preview;
  /** Which of the layout's tables columns are said of. */
  readonly at: number;
  readonly onLayout: (layout: ShortLayout) => void;
}

/** The sheet as it stands, each row and column with what it is taken for: a select over it says otherwise. */
export const SheetGrid = memo(function SheetGrid({ preview, at, onLayout }: SheetGridProps) {
  const say = useSay(words);
  const { grid, layout, problems } = preview;
  const width = Math.max(0, ...grid.rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => columnLetters(column));
  const refused = new Set(problems.map(({ place }) => `${place?.column} ${place?.row}`));
  const wordOf = (part: RowPart | ColumnPart) => say(part === "year" ? "yearColumn" : part);
  const rows = grid.rows.map(({ row }) => (layout === undefined ? "outside" : rowPart(layout, row)));
  const parts = columns.map((column) => (layout === undefined ? "outside" : columnPart(layout, column, at)));
  return (
    <>
      <p className="quiet">
        {say("gridOf", { rows: grid.rows.length, height: grid.height, columns: width, width: grid.width })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll sheet-grid" tabIndex={0} aria-label={say("stepSheet")}>
        <table>
          <thead>
            <tr>
              <td />
              <td />
              {columns.map((column, place) => (
                <th key={column} scope="col">
                  {column}
                  {layout !== undefined && (
                    <select
                      aria-label={say("column", { column })}
                      value={parts[place]}
                      onChange={(event) =>
                        onLayout(withColumn(layout, column, event.target.value as (typeof settableColumns)[number], at))
                      }
                    >
                      {optionsOf(settableColumns, parts[place] as ColumnPart).map((part) => (
                        <option key={part} value={part} disabled={!settableColumns.some((each) => each === part)}>
                          {wordOf(part)}
                        </option>
                      ))}
                    </select>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ row, cells, hidden }, place) => {
              const before = grid.rows[place - 1]?.row ?? 0;
              const part = rows[place] as RowPart;
              const look = layout !== undefined ? part : place === 0 ? "head" : "read"; // a table is read whole
              return (
                <Fragment key={row}>
                  {row > before + 1 && (
                    <tr className="between">
                      <td colSpan={width + 2}>{say("between", { n: row - before - 1 })}</td>
                    </tr>
                  )}
                  <tr className={`row-${look}${hidden ? " is-hidden" : ""}`}>
                    <th scope="row">{row}</th>
                    <td className="row-part">
                      {layout !== undefined && (
                        <select
                          aria-label={say("row", { row })}
                          value={part}
                          onChange={(event) =>
                            onLayout(withRow(layout, row, event.target.value as (typeof settableRows)[number], at))
                          }
                        >
                          {optionsOf(settableRows, part).map((each) => (
                            <option key={each} value={each} disabled={!settableRows.some((one) => one === each)}>
                              {wordOf(each)}
                            </option>
                          ))}
                        </select>
                      )}
                    </td>
                    {columns.map((column, of) => (
                      <td
                        key={column}
                        className={`of-${parts[of]}${refused.has(`${column} ${row}`) ? " is-refused" : ""}`}
                      >
                        {cells[of] ?? ""}
                      </td>
                    ))}
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
});

/** What may be chosen, and what is there where that may not be chosen. */
function optionsOf<P extends string>(settable: readonly P[], now: P): readonly P[] {
  return settable.includes(now) ? settable : [...settable, now];
}
