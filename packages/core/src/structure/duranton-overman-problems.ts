import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import type { DurantonIndustry } from "./duranton-overman.ts";
import type { Points } from "./points.ts";

export const mostBins = 2_000_000;

export function durantonWarnings(rows: readonly DurantonIndustry[], draws: number, level: number): Warning[] {
  const warnings: Warning[] = [];
  if (rows.some(({ verdict }) => verdict === "untested")) {
    warnings.push({
      code: "untested",
      text:
        draws === 0
          ? { en: "no draws were asked for, so there are no bands", zh: "未要求随机抽取，没有置信带" }
          : {
              en: "one industry is all there is: no other sites to draw from, so there are no bands",
              zh: "只有一个行业，没有其他选址可供抽取，没有置信带",
            },
    });
  } else if (draws * level < 5) {
    warnings.push({
      code: "few-draws",
      text: {
        en: `${draws} draws leave fewer than five beyond a band: ask for at least ${Math.ceil(5 / level)}`,
        zh: `${draws} 次抽取在带外不足 5 次，建议至少 ${Math.ceil(5 / level)} 次`,
      },
    });
  }
  const coarse = rows.filter(({ bound, bandwidth }) => bound * bandwidth > 0.06).map(({ industry }) => industry);
  if (coarse.length > 0) {
    warnings.push({
      code: "coarse-bins",
      text: {
        en: "bins are wide beside the bandwidth of {industries}: ask for smaller ones (bin)",
        zh: "相对带宽而言分箱过宽：{industries}；请减小 bin",
      },
      values: { industries: { industries: coarse } },
    });
  }
  return warnings;
}

export function oneSpot(): InputError {
  return new InputError({
    code: "one-spot",
    text: {
      en: "duranton-overman: all plants are in one spot, expected distances",
      zh: "duranton-overman：全部企业位于同一地点，没有距离可言",
    },
  });
}

export function tooManyBins(bins: number): InputError {
  return new InputError({
    code: "too-many-bins",
    text: {
      en: `duranton-overman: bin asks for ${bins} bins over the extent of the plants, expected at most ${mostBins}`,
      zh: `duranton-overman：按 bin 需要 ${bins} 个分箱，至多 ${mostBins} 个`,
    },
  });
}

export function nothingLeft(least: number): InputError {
  return new InputError({
    code: "too-few-plants",
    text: {
      en: `duranton-overman: no industry has ${least} plants in more than one spot`,
      zh: `duranton-overman：没有任何行业拥有 ${least} 家以上且不在同一地点的企业`,
    },
    hint: { en: "least says how many an industry must have", zh: "可用 least 调整最少企业数" },
  });
}

/** The industries with plants enough, apart from one another; the others by name. */
export function sifted(
  { names, x, y, z }: Points,
  members: readonly (readonly number[])[],
  least: number,
): { kept: number[]; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const kept = names.flatMap((row, name) => {
    const own = members[name] as readonly number[];
    const first = own[0] as number;
    const oneSpot = own.every((at) => x[at] === x[first] && y[at] === y[first] && z[at] === z[first]);
    if (own.length >= least && !oneSpot) return [name];
    const reason = oneSpot
      ? { en: "plants all in one spot", zh: "企业全部位于同一地点" }
      : { en: `${counted(own.length, "plant")}, fewer than ${least}`, zh: `仅 ${own.length} 家企业，少于 ${least} 家` };
    dropped.push({ input: "points", row, reason });
    return [];
  });
  return { kept, dropped };
}
