import { findColumn, type NumberColumn, type Table } from "@conurb/core/contract";
import { unitWords } from "@conurb/figures";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { type Correction, correctionOf, correctionsIn, rowNamed, tellsRows } from "./corrections.ts";
import { EditCell } from "./edit-cell.tsx";
import { useRoomNames } from "./room-names.ts";
import { type FlagMeanings, flagsToldBy } from "./told.ts";
import { words } from "./words.ts";

interface FileFiguresProps {
  readonly name: string;
  readonly outline: Outline;
  readonly meanings: FlagMeanings;
}

const page = 60; // rows that are drawn before more are asked for

/** A dataset as its file has it. Arrows walk the figures; Enter or a click opens one for a correction. */
export function FileFigures({ name, outline, meanings }: FileFiguresProps) {
  const asked = `/api/datasets/${encodeURIComponent(name)}/figures?run=${outline.lock}`;
  const answer = useAnswer<{ table: Table }>(asked);
  const table = useMemo(
    () => (answer.value === undefined ? undefined : (tableFrom(answer.value.table) as Table)),
    [answer.value],
  );
  const names = useRoomNames(outline, table);
  return table === undefined ? null : <Grid name={name} table={table} names={names} meanings={meanings} />;
}

interface Cell {
  readonly row: number;
  readonly column: NumberColumn;
}

interface GridProps {
  readonly name: string;
  readonly table: Table;
  readonly names: CodeNames;
  readonly meanings: FlagMeanings;
}

function Grid({ name, table, names, meanings }: GridProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { text } = useBench();
  const [limit, setLimit] = useState(page);
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [editing, setEditing] = useState<Cell>();
  const body = useRef<HTMLTableSectionElement>(null);
  const corrections = useMemo(() => correctionsIn(text, name), [text, name]);
  const year = findColumn(table, String(table.roles?.year ?? "year"));
  const columns = table.columns.filter(({ name: each }) => !/_(en|zh)$/.test(each));
  const isFigure = (column: Table["columns"][number]): column is NumberColumn =>
    column.kind === "number" && column.unit !== "year" && !tellsRows(table, column);
  const shownAs = (column: Table["columns"][number], row: number): string => {
    const value = column.values[row];
    if (column.kind === "label") return value === null ? "–" : names.of(String(value));
    return Number.isNaN(value) ? "" : String(value);
  };
  const toldOf = (flags: string | null | undefined) =>
    flags === undefined || flags === null ? undefined : flagsToldBy(flags, meanings, language);
  const word = wanted.trim().toLowerCase();
  const found = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => word === "" || columns.some((column) => shownAs(column, row).toLowerCase().includes(word)),
  );
  const rows = found.slice(0, limit);
  const figures = columns.filter(isFigure);
  const walk = (event: KeyboardEvent) => {
    const step = ({ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as const)[
      event.key as "ArrowUp"
    ];
    if (step === undefined) return;
    event.preventDefault();
    const next = [
      Math.min(Math.max(at[0] + step[0], 0), rows.length - 1),
      Math.min(Math.max(at[1] + step[1], 0), figures.length - 1),
    ] as const;
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-at="${next[0]}-${next[1]}"]`)?.focus();
  };
  return (
    <>
      <p className="quiet">{say("fileNote")}</p>
      <div className="tools">
        <input
          type="search"
          aria-label={say("filter")}
          placeholder={say("filter")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <span className="quiet">{say("rows", { shown: rows.length, n: table.rows })}</span>
      </div>
      <section className="scroll" aria-label={say("asFiled")}>
        <table className="data file-figures">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={column.kind === "number" ? undefined : "label"}>
                  {column.title?.[language] ?? column.name}
                  {isFigure(column) && column.unit !== "1" && (
                    <>
                      <br />
                      <span className="quiet">{unitWords(column.unit, language)}</span>
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={walk}>
            {rows.map((row, line) => {
              const named = rowNamed(table, row);
              return (
                <tr key={row}>
                  {columns.map((column) => {
                    if (!isFigure(column))
                      return (
                        <td key={column.name} className={column === year ? undefined : "label"}>
                          {shownAs(column, row)}
                        </td>
                      );
                    const place = figures.indexOf(column);
                    const own =
                      named === undefined ? undefined : correctionOf(corrections, { at: named, column: column.name });
                    return (
                      <FigureCell
                        key={column.name}
                        text={shownAs(column, row)}
                        flag={toldOf(column.flags?.[row])}
                        correction={own}
                        data-at={`${line}-${place}`}
                        isNext={at[0] === line && at[1] === place}
                        onFocus={() => setAt([line, place])}
                        onOpen={() => setEditing({ row, column })}
                      />
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {found.length > limit && (
        <button type="button" className="as-link" onClick={() => setLimit(limit + 5 * page)}>
          {say("moreRows", { n: Math.min(found.length - limit, 5 * page) })}
        </button>
      )}
      {editing !== undefined && (
        <EditCell
          dataset={name}
          table={table}
          row={editing.row}
          column={editing.column}
          names={names}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}

interface FigureCellProps {
  readonly text: string;
  /** What its flags say. */
  readonly flag: string | undefined;
  readonly correction: Correction | undefined;
  readonly "data-at": string;
  readonly isNext: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function FigureCell({ text, flag, correction, isNext, onFocus, onOpen, ...data }: FigureCellProps) {
  const say = useSay(words);
  const isGap = (correction === undefined ? text : (correction.value ?? "")) === "";
  return (
    <td className={isGap ? "gap" : undefined}>
      <button
        type="button"
        className={`cell${correction === undefined ? "" : " is-corrected"}`}
        tabIndex={isNext ? 0 : -1}
        title={correction === undefined ? flag : say("corrected", { value: String(correction.was ?? say("gap")) })}
        onFocus={onFocus}
        onClick={onOpen}
        {...data}
      >
        {correction === undefined ? text : (correction.value ?? "")}
        {isGap && <span title={say("gap")}>–</span>}
        {(correction !== undefined || flag !== undefined) && (
          <sup className="flag">{correction === undefined ? "†" : "✎"}</sup>
        )}
      </button>
    </td>
  );
}
