import { fonts } from "@conurb/figures";
import { memo, useRef } from "react";
import { lookAt } from "../../figures/linked.ts";
import { useWidth } from "../../figures/use-width.ts";

interface BumpProps {
  readonly columns: readonly string[];
  /** In the order of the first column; a rank a column, `NaN` where there is none. */
  readonly rows: readonly { readonly place: string; readonly name: string; readonly ranks: readonly number[] }[];
  /** The rank that stands at the top. */
  readonly from: number;
  readonly selected: string | undefined;
  readonly label: string;
  readonly onSelect: (place: string) => void;
}

const [top, left, right] = [58, 92, 26];
const leastGap = 60; // pixels between two heads

/** Ranks under several conventions: only who moves is drawn dark, the stated convention comes first. */
export const Bump = memo(function Bump({ columns, rows, from, selected, label, onSelect }: BumpProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const step = rows.length > 20 ? 15 : 27;
  const height = top + rows.length * step + 6;
  const gap = columns.length > 1 ? (width - left - right) / (columns.length - 1) : 0;
  const scale: Scale = {
    x: (column) => left + column * gap,
    y: (rank) => top + (rank - from + 0.5) * step,
    radius: step > 20 ? 3.2 : 2.2,
    width,
  };
  const raised = (column: number) => (gap < leastGap ? column % 2 : 0); // heads that would touch stand on two lines
  const ordered = [...rows].sort(
    (a, b) =>
      Number(moves(a.ranks)) - Number(moves(b.ranks)) || Number(a.place === selected) - Number(b.place === selected),
  );
  return (
    <div ref={box} className="figure">
      {width > 120 && (
        <svg width={width} height={height} role="img" aria-label={label} fontFamily={fonts.sans} fontSize={11.5}>
          {columns.map((column, at) => (
            <g key={column}>
              <line x1={scale.x(at)} x2={scale.x(at)} y1={top - 2} y2={height - 6} stroke="var(--hair)" />
              {column.split(" ").map((word, line, all) => (
                <text
                  key={word}
                  x={scale.x(at)}
                  y={top - 10 - (all.length - 1 - line + raised(at)) * 13}
                  textAnchor="middle"
                  fill={at === 0 ? "var(--ink)" : "var(--ink-3)"}
                  fontWeight={at === 0 ? 600 : 400}
                >
                  {word}
                </text>
              ))}
            </g>
          ))}
          {ordered.map((row) => (
            <Line key={row.place} row={row} scale={scale} isSelected={row.place === selected} onSelect={onSelect} />
          ))}
        </svg>
      )}
    </div>
  );
});

interface Scale {
  readonly x: (column: number) => number;
  readonly y: (rank: number) => number;
  readonly radius: number;
  readonly width: number;
}

const moves = (ranks: readonly number[]): boolean => new Set(ranks).size > 1;

/** From rank to rank, where there are two beside each other. */
function pathOf(ranks: readonly number[], { x, y }: Scale): string {
  return ranks
    .map((rank, at) => {
      if (!Number.isFinite(rank)) return "";
      const before = ranks[at - 1];
      if (before === undefined || !Number.isFinite(before)) return `M${x(at)} ${y(rank)}`;
      const middle = (x(at - 1) + x(at)) / 2;
      return `C${middle} ${y(before)} ${middle} ${y(rank)} ${x(at)} ${y(rank)}`;
    })
    .join("");
}

interface LineProps extends Pick<BumpProps, "onSelect"> {
  readonly row: BumpProps["rows"][number];
  readonly scale: Scale;
  readonly isSelected: boolean;
}

/** One place through all conventions. */
function Line({ row: { place, name, ranks }, scale, isSelected, onSelect }: LineProps) {
  const { x, y, radius, width } = scale;
  const isMoving = moves(ranks);
  const colour = isSelected ? "var(--accent)" : isMoving ? "var(--ink-2)" : "var(--rule)";
  const [first = Number.NaN, last = Number.NaN] = [ranks[0], ranks.at(-1)];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the ranking beside it answers to keys
    <g
      data-place={place}
      onPointerEnter={() => lookAt(place)}
      onPointerLeave={() => lookAt(undefined)}
      onClick={() => onSelect(place)}
    >
      <path
        d={pathOf(ranks, scale)}
        fill="none"
        stroke={colour}
        strokeWidth={isSelected ? 2.8 : isMoving ? 1.6 : 1.2}
      />
      {ranks.map((rank, at) =>
        Number.isFinite(rank) ? (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark a convention, in their order
            key={at}
            cx={x(at)}
            cy={y(rank)}
            r={radius}
            fill={isSelected ? colour : "var(--surface)"}
            stroke={colour}
            strokeWidth={1.4}
          />
        ) : null,
      )}
      <text
        x={left - 10}
        y={y(first) + 4}
        textAnchor="end"
        fill={isSelected ? "var(--accent)" : "var(--ink)"}
        fontWeight={isSelected ? 600 : 400}
      >
        {name}
      </text>
      {Number.isFinite(last) && (
        <text x={width - right + 10} y={y(last) + 4} fill="var(--ink-3)">
          {last}
        </text>
      )}
    </g>
  );
}
