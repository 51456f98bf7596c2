import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { fewDraws } from "../contract/few-draws.ts";
import type { Warning } from "../contract/method.ts";
import type { ChainBand } from "./chain-fit.ts";
import { mostListed } from "./chain-fit-rows.ts";

/** Below this random placings are few, and p cannot be small. */
const few = 6;

export function chainWarnings(
  bands: readonly ChainBand[],
  permute: "industries" | "places",
  permutations: number,
  years: readonly { readonly industries: readonly string[]; readonly places: readonly string[] }[],
): Warning[] {
  const isUnlocated = bands.some(({ band }) => band.code === "other");
  const warnings: Warning[] = fewDraws(permutations, { en: "p and bands of chance", zh: "p 值与随机区间" });
  const add = (code: string, en: string, zh: string, values?: Warning["values"]) =>
    warnings.push({ code, text: { en, zh }, ...(values === undefined ? {} : { values }) });
  if (permutations === 0) {
    add("no-placings", "no random placings were asked for, so no p", "未要求随机置换，没有 p 值");
  } else {
    const fewest = Math.min(
      ...years.map(({ industries, places }) => (permute === "places" ? places : industries).length),
    );
    if (fewest < few) {
      const [one, many, zh] = permute === "places" ? ["place", "places", "地区"] : ["industry", "industries", "行业"];
      add(
        "few-placings",
        `only ${counted(fewest, one, many)}: random placings are few, and p cannot be small`,
        `仅 ${fewest} 个${zh}：随机置换种类很少，p 值难以很小`,
      );
    }
    if (permute === "places" && isUnlocated) {
      add(
        "distances-needed",
        "without distances, exchanging places changes nothing: give points or distances for a test",
        "没有距离时置换地区位置不改变任何结果：如需检验，请提供坐标或距离",
      );
    } else if (permute === "places") {
      add(
        "same-place-untested",
        "exchanging places says nothing of what stands in the same place, so that band has no p",
        "置换地区位置不改变同一地区内的组合，故该档没有 p 值",
      );
    }
  }
  const empty = [...new Set(bands.filter(({ pairs }) => pairs === 0).map(({ band }) => band))];
  if (empty.length > 0) {
    const told = (language: "en" | "zh") =>
      empty.map(({ title }) => title[language]).join(language === "en" ? ", " : "、");
    add("empty-bands", `no pair of places in the band ${told("en")}`, `以下圈层内没有地区对：${told("zh")}`);
  }
  return warnings;
}

export function unpairedWarning(pairs: number, year: number | undefined): Warning {
  const [en, zh] = year === undefined ? ["", ""] : [` in ${year}`, `${year} 年`];
  return {
    code: "pairs-without-distance",
    text: {
      en: `{pairs, plural, one {# ordered pair} other {# ordered pairs}} of places without a distance${en}, in no band`,
      zh: `${zh}{pairs} 个有序地区对没有距离，不属于任何圈层`,
    },
    values: { pairs },
  };
}

export function unlistedWarning(): Warning {
  return {
    code: "pairs-unlisted",
    text: {
      en: `more than ${mostListed} places: pairs of places are counted in the bands and not all listed; the best users of every place are`,
      zh: `地区多于 ${mostListed} 个：各地区对计入圈层，但不逐对列出，仅列出每个地区契合度最高的使用地`,
    },
  };
}

export function noLinkage(): InputError {
  return new InputError({
    code: "linkages-needed",
    text: {
      en: "chain-fit: permute is industries without an input-output table, expected places",
      zh: "chain-fit：没有投入产出表时 permute 为 industries，应为 places",
    },
    hint: { en: "give an input linkages: supplier, user, value", zh: "请提供输入 linkages：supplier、user、value" },
  });
}

export function emptyLinkages(): InputError {
  return new InputError({
    code: "linkages-empty",
    text: {
      en: "chain-fit: the linkages between industries of the data add up to 0, expected more than 0",
      zh: "chain-fit：数据中各产业之间的联系合计为 0，应大于 0",
    },
    hint: {
      en: "industries must be coded alike in both, and there must be two of them unless own: in",
      zh: "两者的产业代码应一致；除非 own: in，否则至少应有两个产业",
    },
  });
}

export function nothingTogether(): InputError {
  return new InputError({
    code: "nothing-in-common",
    text: {
      en: "chain-fit: no place has both a location and figures in every industry",
      zh: "chain-fit：没有任何地区同时具有位置与各行业数据",
    },
  });
}
