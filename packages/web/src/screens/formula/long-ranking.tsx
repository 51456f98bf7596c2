import { fixed, range } from "@conurb/figures";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { lookAt } from "../../figures/linked.ts";
import { useWidth } from "../../figures/use-width.ts";
import type { Row } from "../scoreboard/board-data.ts";
import { rowByKey } from "./list-keys.ts";

type RankedRow = Pick<Row, "place" | "rank" | "score" | "low" | "high">;
interface LongRankingProps {
  readonly rows: readonly RankedRow[];
  readonly name: string;
  readonly place: string | undefined;
  readonly nameOf: (code: string) => string;
  readonly onSelect: (code: string | undefined) => void;
}

const [rowHeight, seen, spare] = [20, 640, 6];
const page = Math.floor(seen / rowHeight) - 1;
const [left, right] = [132, 96];
const leastWidth = 240;

/** Hundreds of ranks: a bar from the 5th to the 95th percentile, a ring at the rank of the recipe. Rows out of sight are not drawn. */
export function LongRanking({ rows, name, place, nameOf, onSelect }: LongRankingProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [top, setTop] = useState(0);
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const shown = rows.slice(from, from + Math.ceil(seen / rowHeight) + 2 * spare);
  const chosen = rows.findIndex((row) => row.place === place);
  const x = (rank: number) => left + ((width - left - right) * (rank - 1)) / Math.max(rows.length - 1, 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list goes to a place when it is chosen, not whenever it moves
  useEffect(() => {
    const y = chosen * rowHeight;
    const { current } = box;
    if (chosen >= 0 && current !== null && (y < current.scrollTop || y > current.scrollTop + seen - rowHeight))
      current.scrollTop = y - seen / 2;
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onSelect(undefined);
    const to = rowByKey(event.key, { chosen, count: rows.length, page });
    if (to === undefined) return;
    event.preventDefault();
    if (to !== chosen) onSelect(rows[to]?.place);
  };
  return (
    <div
      ref={box}
      className="figure long"
      role="listbox"
      aria-label={name}
      aria-activedescendant={chosen >= from && chosen < from + shown.length ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onPointerLeave={() => lookAt(undefined)}
    >
      {width > leastWidth && (
        <svg width={width} height={rows.length * rowHeight} role="presentation" fontSize={11.5}>
          {shown.map((row, nth) => (
            <RankRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its rank, so that only words and marks move
              key={nth}
              id={`${id}-${from + nth}`}
              row={row}
              at={from + nth}
              of={rows.length}
              isChosen={row.place === place}
              name={nameOf(row.place)}
              width={width}
              x={x}
              onSelect={onSelect}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

interface RankRowProps extends Pick<LongRankingProps, "name" | "onSelect"> {
  readonly id: string;
  readonly row: RankedRow;
  readonly at: number;
  readonly of: number;
  readonly isChosen: boolean;
  readonly width: number;
  readonly x: (rank: number) => number;
}

function RankRow({ id, row, at, of, isChosen, name, width, x, onSelect }: RankRowProps) {
  const y = (at + 0.5) * rowHeight;
  const colour = isChosen ? "var(--accent)" : "var(--ink)";
  return (
    <g
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-setsize={of}
      aria-posinset={at + 1}
      data-place={row.place}
      onPointerEnter={() => lookAt(row.place)}
      onClick={() => onSelect(row.place)}
    >
      <rect className="hit" x={0} y={y - rowHeight / 2} width={width} height={rowHeight} />
      <text x={24} y={y + 4} textAnchor="end" fill="var(--ink-3)">
        {row.rank}
      </text>
      <text x={32} y={y + 4} fill={colour} fontWeight={isChosen ? 600 : 400}>
        {name}
      </text>
      <line
        x1={x(row.low)}
        x2={x(row.high)}
        y1={y}
        y2={y}
        stroke={isChosen ? "var(--accent)" : "var(--mark)"}
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
}
