import type { Table } from "@conurb/core/contract";
import { useMemo, useState } from "react";
import { useLanguage, useSay } from "../language/language.ts";
import type { CodeNames } from "../language/outline-names.ts";
import { copied } from "../shell/copy.ts";
import { type Head, type Row, type ShownTable, shownTable, tsvOf } from "./shown-table.ts";
import { tableWords } from "./table-words.ts";
import { type Direction, useOrder } from "./use-order.ts";

interface DataTableProps {
  readonly table: Table;
  readonly names: CodeNames;
  readonly selected?: string | undefined;
}

const page = 60; // rows that are drawn before more are asked for

/** A result's table: sorts, filters, transposes, copies as TSV. What a dataset holds is text, never markup. */
export function DataTable({ table, names, selected }: DataTableProps) {
  const language = useLanguage();
  const say = useSay(tableWords);
  const [limit, setLimit] = useState(page);
  const [turned, setTurned] = useState(false);
  const [wanted, setWanted] = useState("");
  const { heads, rows } = useMemo(() => shownTable(table, names, language), [table, names, language]);
  const found = useMemo(() => rowsWith(rows, wanted), [rows, wanted]);
  const { ordered, directions, toggle } = useOrder(heads, found, language);
  const shown = ordered.slice(0, limit);
  const left = ordered.length - shown.length;
  return (
    <>
      <div className="tools">
        <input
          type="search"
          aria-label={say("filter")}
          placeholder={say("filter")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <button type="button" className="as-link" aria-pressed={turned} onClick={() => setTurned(!turned)}>
          {say("transpose")}
        </button>
        <CopyKey shown={{ heads, rows: ordered }} isTurned={turned} />
        <span className="quiet">{say("rows", { shown: shown.length, n: rows.length })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="scroll" tabIndex={0} aria-label={table.title?.[language] ?? table.name}>
        <table className="data">
          {turned ? (
            <TurnedRows heads={heads} rows={shown} />
          ) : (
            <>
              <thead>
                <tr>
                  {heads.map((head, at) => (
                    <HeadCell key={head.name} head={head} direction={directions[at]} onSort={() => toggle(at)} />
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((row, at) => (
                  <tr
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows of a dataset may be alike
                    key={`${row.raw.slice(0, 3).join(" ")} ${at}`}
                    className={selected !== undefined && row.raw.includes(selected) ? "is-selected" : undefined}
                  >
                    {heads.map((head, column) => (
                      <Cell key={head.name} head={head} row={row} at={column} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </section>
      {left > 0 && (
        <button type="button" className="as-link" onClick={() => setLimit(limit + 5 * page)}>
          {say("more", { n: Math.min(left, 5 * page) })}
        </button>
      )}
    </>
  );
}

/** Rows in which a word stands, whatever its letters' case. */
function rowsWith(rows: readonly Row[], wanted: string): readonly Row[] {
  const word = wanted.trim().toLowerCase();
  return word === "" ? rows : rows.filter(({ shown }) => shown.some((each) => each.toLowerCase().includes(word)));
}

/** Copies what is found, in its order and the way round that it is shown; says for a while whether it is there. */
function CopyKey({ shown, isTurned }: { readonly shown: ShownTable; readonly isTurned: boolean }) {
  const say = useSay(tableWords);
  const [told, setTold] = useState<"copied" | "notCopied">();
  const copy = async () => {
    const isThere = await copied(tsvOf(shown, { codeTitle: (title) => say("code", { title }), isTurned }));
    setTold(isThere ? "copied" : "notCopied");
    setTimeout(() => setTold(undefined), 2000);
  };
  return (
    <button type="button" className="as-link" onClick={copy}>
      {say(told ?? "copy")}
    </button>
  );
}

interface HeadCellProps {
  readonly head: Head;
  readonly direction: Direction | undefined;
  readonly onSort: () => void;
}

const longHead = { en: 40, zh: 14 }; // characters that make more than four lines of a column that is as wide as its numbers

function HeadCell({ head: { title, unit, isNumber }, direction, onSort }: HeadCellProps) {
  const say = useSay(tableWords);
  const language = useLanguage();
  return (
    <th
      scope="col"
      className={`${isNumber ? "" : "label"}${title.length > longHead[language] ? " is-long" : ""}`}
      aria-sort={direction ?? "none"}
    >
      <button type="button" title={say("sort", { column: title })} onClick={onSort}>
        {title}
        {direction !== undefined && (direction === "descending" ? " ↓" : " ↑")}
        {unit !== "" && (
          <>
            <br />
            <span className="quiet">{unit}</span>
          </>
        )}
      </button>
    </th>
  );
}

function Cell({ head: { isNumber }, row, at }: { readonly head: Head; readonly row: Row; readonly at: number }) {
  const say = useSay(tableWords);
  const isGap = isNumber && row.raw[at] === null;
  return (
    <td className={isGap ? "gap" : isNumber ? undefined : "label"} title={isGap ? say("gap") : undefined}>
      {row.shown[at]}
    </td>
  );
}

/** A row a column: of few rows and many columns. */
function TurnedRows({ heads, rows }: ShownTable) {
  return (
    <tbody>
      {heads.map((head, at) => (
        <tr key={head.name}>
          <th className="label" scope="row">
            {head.title} <span className="quiet">{head.unit}</span>
          </th>
          {rows.map((row, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a dataset may be alike
            <Cell key={nth} head={head} row={row} at={at} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}
