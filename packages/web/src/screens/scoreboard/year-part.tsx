import { useEffect, useState } from "react";
import { useSay } from "../../language/language.ts";
import { RailPart } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { words } from "./words.ts";

interface YearPartProps {
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: number) => void;
}

const beat = 900; // milliseconds a year: long enough to see what moved

/** The years with figures: a slider, and a player that steps from one to the next. */
export function YearPart({ years, year, onYear }: YearPartProps) {
  const shell = useSay(shellWords);
  const say = useSay(words);
  const [playing, setPlaying] = useState(false);
  const at = Math.max(0, years.indexOf(year));
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = years[at + 1];
      if (next === undefined) setPlaying(false);
      else onYear(next);
    }, beat);
    return () => clearTimeout(timer);
  }, [playing, at, years, onYear]);
  return (
    <RailPart title={shell("year")} chip={String(year)}>
      <input
        type="range"
        className="years"
        min={0}
        max={years.length - 1}
        step={1}
        value={at}
        aria-label={shell("year")}
        aria-valuetext={String(year)}
        onChange={(event) => onYear(years[Number(event.target.value)] as number)}
      />
      <p className="ends">
        <span>{years[0]}</span>
        <b>{year}</b>
        <span>{years.at(-1)}</span>
      </p>
      <button
        type="button"
        className="as-link"
        onClick={() => {
          if (!playing && at === years.length - 1) onYear(years[0] as number);
          setPlaying(!playing);
        }}
      >
        {say(playing ? "stop" : "play")}
      </button>
    </RailPart>
  );
}
