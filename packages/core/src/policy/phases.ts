import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import type { Entry } from "./entries.ts";

/** A span of years of the register, or what has no place in one. */
export interface Phase {
  readonly code: string;
  readonly title: Text;
}

export const undated: Phase = { code: "undated", title: { en: "undated", zh: "无日期" } };
export const anyPhase: Phase = { code: "all", title: { en: "all", zh: "全部" } };

/** The first years of the phases, in order: 2001, 2011, 2021 make 2001-2010, 2011-2020 and 2021 on. */
export interface Phases {
  readonly list: readonly Phase[];
  /** The phase of an entry; undated where its years may lie in two. */
  phaseOf(entry: Entry): Phase;
}

export function phasesFrom(method: string, starts: readonly number[]): Phases {
  if (starts.length === 0 || starts.some((year, at) => at > 0 && year <= (starts[at - 1] as number))) {
    throw new InputError({
      code: "phases-disordered",
      text: {
        en: `${method}: phases are ${starts.join(", ") || "none"}, expected first years in order`,
        zh: `${method}：阶段起始年份为 ${starts.join("、") || "空"}，应按先后排列`,
      },
    });
  }
  const first = starts[0] as number;
  const before = { code: `-${first - 1}`, title: { en: `before ${first}`, zh: `${first} 年以前` } };
  const own = starts.map((year, at): Phase => {
    const next = starts[at + 1];
    if (next === undefined) return { code: `${year}-`, title: { en: `from ${year}`, zh: `${year} 年以来` } };
    const code = `${year}-${next - 1}`;
    return { code, title: { en: code, zh: `${year}–${next - 1}` } };
  });
  const list = [before, ...own, undated];
  const of = (year: number): Phase => list[starts.filter((start) => start <= year).length] as Phase;
  return {
    list,
    phaseOf: ({ start, latest }) => {
      if (start === undefined || latest === undefined) return undated;
      return of(start) === of(latest) ? of(start) : undated;
    },
  };
}
