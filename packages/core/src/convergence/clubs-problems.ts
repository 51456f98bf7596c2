import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { critical, type FoundClubs } from "./find-clubs.ts";
import { fewestPoints, trimmedYears } from "./log-t.ts";

export function clubsWarnings(
  years: readonly number[],
  { clubs: found, divergent }: FoundClubs,
  places: readonly string[],
): Warning[] {
  const warnings: Warning[] = [];
  const short = 15;
  if (years.length < short) {
    warnings.push({
      code: "few-years",
      text: {
        en: `only ${years.length} years: the log-t test is made for long panels, and clubs of short ones shift with every year`,
        zh: `仅 ${years.length} 个年份：log t 检验适用于较长面板，年份过少时俱乐部划分不稳定`,
      },
    });
  }
  const steps = years.slice(1).map((year, at) => year - (years[at] as number));
  if (Math.min(...steps) !== Math.max(...steps)) {
    warnings.push({
      code: "uneven-years",
      text: { en: "the years do not follow at equal distances, but are taken to", zh: "年份间隔不等，但按等间隔处理" },
    });
  }
  const failing = found.flatMap(({ test: { t }, members }, at) =>
    t <= critical && members.length < places.length ? [at + 1] : [],
  );
  if (failing.length > 0) {
    warnings.push({
      code: "club-diverges",
      text: {
        en: `club ${failing.join(", ")} does not pass the test as a whole; cstarMethod: incremental makes clubs stricter`,
        zh: `俱乐部 ${failing.join("、")} 整体未通过检验；可用 cstarMethod: incremental 提高入选标准`,
      },
    });
  }
  if (divergent.length > 0) {
    warnings.push({
      code: "no-club",
      text: { en: "converge with none of the clubs: {places}", zh: "不属于任何收敛俱乐部：{places}" },
      values: { places: { places: divergent.map((at) => places[at] as string) } },
    });
  }
  return warnings;
}

export function checkYears(years: readonly number[], trim: number): void {
  const n = years.length;
  const cut = trimmedYears(n, trim);
  const left = n - cut;
  if (left >= fewestPoints && cut >= 1) return;
  const counts =
    cut < 1
      ? {
          en: `${n} years leave none out at trim ${trim}, expected at least the first`,
          zh: `共 ${n} 年，trim 为 ${trim} 时未剔除任何年份，至少应剔除首年`,
        }
      : {
          en: `${n} years leave ${left} without the first ${cut} (trim ${shownTrim(trim)}), expected at least ${fewestPoints}`,
          zh: `共 ${n} 年，剔除最初 ${cut} 年（trim 为 ${shownTrim(trim)}）后剩 ${left} 年，至少需要 ${fewestPoints} 年`,
        };
  throw new InputError({
    code: "too-few-years",
    text: { en: `clubs: ${counts.en}`, zh: `clubs：${counts.zh}` },
    hint: n > fewestPoints ? lesserTrim(n, Math.min(Math.max(cut, 1), n - fewestPoints)) : moreYears,
  });
}

const shownTrim = (trim: number): string => String(Number(trim.toFixed(2)));

const moreYears = {
  en: `the test needs ${fewestPoints + 1} years at the least, and is made for long panels`,
  zh: `该检验至少需要 ${fewestPoints + 1} 年数据，适用于较长面板`,
};

/** The greatest share of `n` years that the test can do without. */
function lesserTrim(n: number, cut: number): Text {
  const trim = shownTrim(cut / n);
  return {
    en: `trim: ${trim} leaves out ${cut} of ${n} years; the test is made for long panels`,
    zh: `可设 trim: ${trim}，只剔除 ${cut} 年；该检验适用于较长面板，短序列结果仅供参考`,
  };
}

export function tooFewPlaces(n: number): InputError {
  return new InputError({
    code: "too-few-places",
    text: {
      en: `clubs: ${n} ${n === 1 ? "place has" : "places have"} a value in every year, expected at least 2`,
      zh: `clubs：各年均有数据的地区仅 ${n} 个，至少需要 2 个`,
    },
  });
}

export function checkSigns(series: readonly { place: string; x: Float64Array }[], years: readonly number[]): void {
  for (const { place, x } of series) {
    const at = x.findIndex((each) => !(each > 0));
    if (at < 0) continue;
    throw new InputError({
      code: "value-out-of-range",
      text: {
        en: `clubs: ln of ${place} ${years[at]} is ${x[at]}, expected more than 0: each place is set in relation to the mean`,
        zh: `clubs：${place} ${years[at]} 年的对数值为 ${x[at]}，应大于 0（各地须与均值相比）`,
      },
      hint: {
        en: "give values in a smaller unit, such as yuan for 10,000 yuan",
        zh: "请改用较小的计量单位，例如以元代替万元",
      },
    });
  }
}

export function allAlike(): InputError {
  return new InputError({
    code: "no-variance",
    text: {
      en: "clubs: in some year all places are alike, expected places that differ",
      zh: "clubs：某年各地完全相同，无法计算 log t 检验",
    },
  });
}
