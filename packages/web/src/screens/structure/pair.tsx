import type { MethodResult } from "@conurb/core/contract";
import { fixed } from "@conurb/figures";
import { useMemo } from "react";
import { useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { lastYear } from "./basis.ts";
import { words } from "./words.ts";

interface PairProps {
  readonly result: MethodResult;
  readonly a: string;
  readonly b: string;
  readonly places: readonly string[];
  readonly names: CodeNames;
  readonly nameOf: (industry: string) => string;
  readonly onPair: (a: string, b: string) => void;
}

const high = 16;
const mostRows = 12;

/** Two places industry by industry, those that keep them apart first. */
export function Pair({ result, a, b, places, names, nameOf, onPair }: PairProps) {
  const say = useSay(words);
  const rows = useMemo(() => {
    const table = result.tables.find(({ name }) => name === "quotients");
    const shares = new Map<string, { a: number; b: number }>();
    for (const { place, industry, share } of table === undefined ? [] : lastYear(table)) {
      if ((place !== a && place !== b) || !Number.isFinite(share)) continue;
      const both = shares.get(industry) ?? { a: 0, b: 0 };
      shares.set(industry, place === a ? { ...both, a: share } : { ...both, b: share });
    }
    return [...shares]
      .map(([industry, both]) => ({ industry, ...both, apart: Math.abs(both.a - both.b) }))
      .sort((one, other) => other.apart - one.apart);
  }, [result, a, b]);
  const half = rows.reduce((sum, { apart }) => sum + apart, 0) / 2;
  const most = Math.max(...rows.map((row) => Math.max(row.a, row.b)), 0);
  const x = (share: number) => `${2 + (most > 0 ? (96 * share) / most : 0)}%`;
  const percent = (share: number) => `${fixed(100 * share, 1)}%`;
  const option = (code: string) => (
    <option key={code} value={code}>
      {names.place(code)}
    </option>
  );
  return (
    <section className="pair">
      <div className="title-line">
        <h2>{say("apart", { a: names.place(a), b: names.place(b) })}</h2>
        <span className="pair-choice">
          <select aria-label={say("pair")} value={a} onChange={(event) => onPair(event.target.value, b)}>
            {places.filter((code) => code !== b).map(option)}
          </select>
          <span>{say("and")}</span>
          <select aria-label={say("and")} value={b} onChange={(event) => onPair(a, event.target.value)}>
            {places.filter((code) => code !== a).map(option)}
          </select>
        </span>
      </div>
      <p className="quiet">{say("apartText", { a: names.place(a), b: names.place(b), half: percent(half) })}</p>
      <ul className="pair-rows">
        {rows.slice(0, mostRows).map(({ industry, ...row }) => (
          <li key={industry}>
            <span title={nameOf(industry)}>{nameOf(industry)}</span>
            <svg width="100%" height={high} aria-hidden="true">
              <line x1="2%" x2="98%" y1={high / 2} y2={high / 2} stroke="var(--hair)" />
              <line x1={x(row.a)} x2={x(row.b)} y1={high / 2} y2={high / 2} stroke="var(--ink-3)" strokeWidth={2} />
              <circle cx={x(row.b)} cy={high / 2} r={4.2} fill="var(--surface)" stroke="var(--ink)" strokeWidth={1.5} />
              <circle cx={x(row.a)} cy={high / 2} r={4.6} fill="var(--accent)" />
            </svg>
            <b>{percent(row.a)}</b>
            <em>{percent(row.b)}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
