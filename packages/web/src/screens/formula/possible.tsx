import { findColumn, type Table } from "@conurb/core/contract";
import { range } from "@conurb/figures";
import { memo, useMemo } from "react";
import { useSay } from "../../language/language.ts";
import type { Row } from "../scoreboard/board-data.ts";
import { inSight } from "./in-sight.ts";
import { words } from "./words.ts";

interface PossibleProps {
  readonly ends: Table | undefined;
  readonly rows: readonly Row[];
  readonly nameOf: (code: string) => string;
  readonly place: string | undefined;
}

/** The ranks that places take under weightings drawn from all there are. */
export const Possible = memo(function Possible({ ends, rows, nameOf, place: selected }: PossibleProps) {
  const say = useSay(words);
  const found = useMemo(() => {
    const [places, low, high] = ["place", "low", "high"].map((name) => ends && findColumn(ends, name)?.values);
    return new Map(
      Array.from({ length: ends?.rows ?? 0 }, (_, row) => [
        String(places?.[row]),
        [Number(low?.[row]), Number(high?.[row])] as const,
      ]),
    );
  }, [ends]);
  const { seen, isPart } = inSight(rows, selected);
  const n = Math.max(rows.length, 2);
  const x = (rank: number) => `${(100 * (rank - 1)) / (n - 1)}%`;
  return (
    <>
      <ul className="possible">
        {seen.map(({ place, rank }) => {
          const [low, high] = found.get(place) ?? [rank, rank];
          const colour = place === selected ? "var(--accent)" : "var(--ink-3)";
          return (
            <li key={place} data-place={place}>
              <span title={nameOf(place)}>{nameOf(place)}</span>
              <svg width="100%" height="13" aria-hidden="true">
                <line x1={x(low)} x2={x(high)} y1={6.5} y2={6.5} stroke={colour} strokeOpacity={0.5} strokeWidth={6} />
                <circle cx={x(rank)} cy={6.5} r={3.4} fill="var(--surface)" stroke={colour} strokeWidth={1.4} />
              </svg>
              <span className="quiet">{range(low, high)}</span>
            </li>
          );
        })}
      </ul>
      {isPart && <p className="notes">{say("inSight", { n: seen.length, all: rows.length })}</p>}
    </>
  );
});
