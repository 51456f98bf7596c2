import { findColumn, type Table } from "@conurb/core/contract";
import { numberFormat } from "@conurb/figures";
import type { OutlineIndicator } from "../../bench/outline.ts";
import { useLanguage } from "../../language/language.ts";

interface FieldStripsProps {
  readonly table: Table;
  readonly indicators: readonly OutlineIndicator[];
  readonly place: string;
  readonly peers: readonly string[];
  readonly year: number | undefined;
  readonly label: string;
}

const high = 14;

/** One strip an indicator: a tick for every place, rings for the peers, the selected place filled. */
export function FieldStrips({ table, indicators, place, peers, year, label }: FieldStripsProps) {
  const language = useLanguage();
  const places = findColumn(table, "place");
  const years = findColumn(table, "year");
  if (places?.kind !== "label") return null;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => year === undefined || years === undefined || years.values[row] === year,
  );
  return (
    <ul className="strips" aria-label={label}>
      {indicators.map(({ id, title }) => {
        const column = findColumn(table, id);
        if (column?.kind !== "number") return null;
        const known = rows.filter((row) => Number.isFinite(column.values[row]));
        const values = known.map((row) => column.values[row] as number);
        const [low, top] = [Math.min(...values), Math.max(...values)];
        const x = (value: number) => (top > low ? (100 * (value - low)) / (top - low) : 50);
        const own = known.find((row) => places.values[row] === place);
        const format = numberFormat(column.unit, values, language);
        const shown = own === undefined ? "–" : format.full(column.values[own] as number);
        return (
          <li key={id}>
            <span title={title?.[language]}>{title?.[language] ?? id}</span>
            <b>{shown}</b>
            <svg width="100%" height={high} aria-hidden="true">
              <line x1="0" x2="100%" y1={high / 2} y2={high / 2} stroke="var(--hair)" />
              {known.map((row) => (
                <line
                  key={row}
                  x1={`${x(column.values[row] as number)}%`}
                  x2={`${x(column.values[row] as number)}%`}
                  y1={3}
                  y2={high - 3}
                  stroke="var(--ink-3)"
                  strokeOpacity={0.45}
                />
              ))}
              {known
                .filter((row) => peers.includes(String(places.values[row])))
                .map((row) => (
                  <circle
                    key={row}
                    cx={`${x(column.values[row] as number)}%`}
                    cy={high / 2}
                    r={3.6}
                    fill="var(--surface)"
                    stroke="var(--ink)"
                    strokeWidth={1.4}
                  />
                ))}
              {own !== undefined && (
                <circle cx={`${x(column.values[own] as number)}%`} cy={high / 2} r={4.2} fill="var(--accent)" />
              )}
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
