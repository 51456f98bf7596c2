import { fixed, range } from "@conurb/figures";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { lookAt } from "../../figures/linked.ts";
import { useWidth } from "../../figures/use-width.ts";
import type { Row } from "../scoreboard/board-data.ts";

interface LongRankingProps {
  readonly rows: readonly Pick<Row, "place" | "rank" | "score" | "low" | "high">[];
  readonly name: string;
  readonly place: string | undefined;
  readonly nameOf: (code: string) => string;
  readonly onSelect: (code: string | undefined) => void;
}

const [rowHeight, seen, spare] = [20, 640, 6];
const [left, right] = [132, 96];

/** Hundreds of ranks: a bar from the 5th to the 95th percentile, a ring at the rank of the recipe. Rows out of sight are not drawn. */
export function LongRanking({ rows, name, place, nameOf, onSelect }: LongRankingProps) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [top, setTop] = useState(0);
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const shown = rows.slice(from, from + Math.ceil(seen / rowHeight) + 2 * spare);
  const x = (rank: number) => left + ((width - left - right) * (rank - 1)) / Math.max(rows.length - 1, 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list goes to a place when it is chosen, not whenever it moves
  useEffect(() => {
    const at = rows.findIndex((row) => row.place === place);
    const y = at * rowHeight;
    const { current } = box;
    if (at >= 0 && current !== null && (y < current.scrollTop || y > current.scrollTop + seen - rowHeight))
      current.scrollTop = y - seen / 2;
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") onSelect(undefined);
    if (by === undefined || rows.length === 0) return;
    event.preventDefault();
    const at = rows.findIndex((row) => row.place === place);
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next !== undefined && next.place !== place) onSelect(next.place);
  };
  return (
    <section
      ref={box}
      className="figure long"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onPointerLeave={() => lookAt(undefined)}
    >
      {width > 240 && (
        <svg width={width} height={rows.length * rowHeight} role="img" aria-label={name} fontSize={11.5}>
          {shown.map((row, nth) => {
            const y = (from + nth + 0.5) * rowHeight;
            const isOwn = row.place === place;
            const colour = isOwn ? "var(--accent)" : "var(--ink)";
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list answers to keys
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its rank, so that only words and marks move
                key={nth}
                data-place={row.place}
                onPointerEnter={() => lookAt(row.place)}
                onClick={() => onSelect(row.place)}
              >
                <rect className="hit" x={0} y={y - rowHeight / 2} width={width} height={rowHeight} />
                <text x={24} y={y + 4} textAnchor="end" fill="var(--ink-3)">
                  {row.rank}
                </text>
                <text x={32} y={y + 4} fill={colour} fontWeight={isOwn ? 600 : 400}>
                  {nameOf(row.place)}
                </text>
                <line
                  x1={x(row.low)}
                  x2={x(row.high)}
                  y1={y}
                  y2={y}
                  stroke={isOwn ? "var(--accent)" : "var(--mark)"}
                  strokeOpacity={0.6}
                  strokeWidth={7}
                />
                <circle cx={x(row.rank)} cy={y} r={3.2} fill="var(--surface)" stroke={colour} strokeWidth={1.4} />
                <text x={width - 46} y={y + 4} textAnchor="end" fill="var(--ink-2)">
                  {range(row.low, row.high)}
                </text>
                <text x={width - 8} y={y + 4} textAnchor="end" fill={colour}>
                  {fixed(row.score, 2)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </section>
  );
}
