import type { NumberColumn, Table } from "@conurb/core/contract";
import { unitWords } from "@conurb/figures";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { ColumnHead } from "./column-head.tsx";
import { type Correction, correctionOf, correctionsIn, rowNamed, tellsRows } from "./corrections.ts";
import { EditCell } from "./edit-cell.tsx";
import { holds, rawCell } from "./raw-cell.ts";
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
  const { text } = useBench();
  const [limit, setLimit] = useState(page);
  const [wanted, setWanted] = useState("");
  const [editing, setEditing] = useState<Cell>();
  const corrections = useMemo(() => correctionsIn(text, name), [text, name]);
  const columns = table.columns.filter(({ name: each }) => !/_(en|zh)$/.test(each));
  const word = wanted.trim().toLowerCase();
  const found = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => word === "" || columns.some((column) => holds(rawCell(table, column, row, names), word)),
  );
  const rows = found.slice(0, limit);
  const { body, at, setAt, walk } = useWalk(rows.length, columns.filter((column) => isFigure(table, column)).length);
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
        <span className="quiet">{say("rowsOf", { shown: rows.length, n: table.rows, columns: columns.length })}</span>
      </div>
      <section className="scroll wide-heads" aria-label={say("asFiled")}>
        <table className="data file-figures">
          <Heads table={table} columns={columns} />
          <tbody ref={body} onKeyDown={walk}>
            {rows.map((row, line) => (
              <Line
                key={row}
                {...{ table, columns, row, line, names, meanings, corrections }}
                next={at[0] === line ? at[1] : undefined}
                onFocus={(place) => setAt([line, place])}
                onOpen={(column) => setEditing({ row, column })}
              />
            ))}
          </tbody>
        </table>
      </section>
      {found.length > limit && (
        <button type="button" className="as-link" onClick={() => setLimit(limit + 5 * page)}>
          {say("moreRows", { n: Math.min(found.length - limit, 5 * page) })}
        </button>
      )}
      {editing !== undefined && (
        <EditCell dataset={name} table={table} {...editing} names={names} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}

type Column = Table["columns"][number];

/** A figure that can be corrected: no year, and nothing that tells rows apart. */
const isFigure = (table: Table, column: Column): column is NumberColumn =>
  column.kind === "number" && column.unit !== "year" && !tellsRows(table, column);

const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] } as const;

/** Arrows walk the figures: one of them is reached by Tab. */
function useWalk(rows: number, figures: number) {
  const [at, setAt] = useState<readonly [line: number, figure: number]>([0, 0]);
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = arrows[event.key as keyof typeof arrows];
    if (step === undefined) return;
    event.preventDefault();
    const next = [
      Math.min(Math.max(at[0] + step[0], 0), rows - 1),
      Math.min(Math.max(at[1] + step[1], 0), figures - 1),
    ] as const;
    setAt(next);
    body.current?.querySelector<HTMLElement>(`[data-at="${next[0]}-${next[1]}"]`)?.focus();
  };
  return { body, at, setAt, walk };
}

function Heads({ table, columns }: { readonly table: Table; readonly columns: readonly Column[] }) {
  const language = useLanguage();
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <ColumnHead
            key={column.name}
            column={column}
            isNumber={column.kind === "number"}
            unit={isFigure(table, column) && column.unit !== "1" ? unitWords(column.unit, language) : undefined}
          />
        ))}
      </tr>
    </thead>
  );
}

interface LineProps extends Omit<GridProps, "name"> {
  readonly columns: readonly Column[];
  readonly row: number;
  readonly line: number;
  readonly corrections: readonly Correction[];
  /** Which of its figures is reached by Tab. */
  readonly next: number | undefined;
  readonly onFocus: (figure: number) => void;
  readonly onOpen: (column: NumberColumn) => void;
}

function Line({ table, columns, row, line, names, meanings, corrections, next, onFocus, onOpen }: LineProps) {
  const language = useLanguage();
  const named = rowNamed(table, row);
  let figure = -1;
  return (
    <tr>
      {columns.map((column) => {
        const { text, name } = rawCell(table, column, row, names);
        const isNumber = column.kind === "number";
        if (!isFigure(table, column))
          return (
            <td key={column.name} className={isNumber ? undefined : "label"}>
              {name ?? text} {name !== undefined && <span className="quiet">{text}</span>}
            </td>
          );
        figure += 1;
        const place = figure;
        const flags = column.flags?.[row] ?? undefined;
        return (
          <FigureCell
            key={column.name}
            text={text}
            flag={flags === undefined ? undefined : flagsToldBy(flags, meanings, language)}
            correction={named === undefined ? undefined : correctionOf(corrections, { at: named, column: column.name })}
            data-at={`${line}-${place}`}
            isNext={next === place}
            onFocus={() => onFocus(place)}
            onOpen={() => onOpen(column)}
          />
        );
      })}
    </tr>
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
