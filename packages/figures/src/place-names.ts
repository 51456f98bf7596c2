import type { Language, Text } from "@conurb/core/language";

const peoples =
  "维吾尔|壮族|回族|土家族|苗族|朝鲜族|彝族|藏族|羌族|白族|傣族|景颇族|哈尼族|傈僳族|侗族|布依族|蒙古族|蒙古|哈萨克|柯尔克孜";
const region = new RegExp(`(?:(?:维吾尔|壮族|回族)?自治区|(?:${peoples})*自治州)$`, "u");
const plain = /(?:特别行政区|地区|省|市|盟)$/u;

/** 唐山, not 唐山市; 广西, not 广西壮族自治区. What would leave a single character stays whole. */
export function shortName(name: Text, language: Language): string {
  if (language === "en") return name.en.replace(/ (?:City|Municipality|Shi)$/, "");
  const short = region.test(name.zh) ? name.zh.replace(region, "") : name.zh.replace(plain, "");
  return [...short].length >= 2 ? short : name.zh;
}

export interface NamedPlace {
  readonly name: Text;
  /** The province or country, for two places of one name. */
  readonly parent?: Text;
}

/** Short names of a set of places; two of one name both take their province. */
export function shortNames(places: Readonly<Record<string, NamedPlace>>, language: Language): Map<string, string> {
  const names = new Map(Object.entries(places).map(([code, { name }]) => [code, shortName(name, language)]));
  const count = new Map<string, number>();
  for (const name of names.values()) count.set(name, (count.get(name) ?? 0) + 1);
  for (const [code, name] of names) {
    const parent = places[code]?.parent;
    if ((count.get(name) ?? 0) < 2 || parent === undefined) continue;
    const province = shortName(parent, language);
    names.set(code, language === "zh" ? `${name}（${province}）` : `${name} (${province})`);
  }
  return names;
}

const provinces: Readonly<Record<string, string>> = {
  Anhui: "Ah",
  Fujian: "Fj",
  Gansu: "Gs",
  Guangdong: "Gd",
  Guangxi: "Gx",
  Guizhou: "Gz",
  Hainan: "Hi",
  Hebei: "Hb",
  Heilongjiang: "Hlj",
  Henan: "Hn",
  Hubei: "Hub",
  Hunan: "Hun",
  "Inner Mongolia": "Im",
  Jiangsu: "Js",
  Jiangxi: "Jx",
  Jilin: "Jl",
  Liaoning: "Ln",
  Ningxia: "Nx",
  Qinghai: "Qh",
  Shaanxi: "Sn",
  Shandong: "Sd",
  Shanxi: "Sx",
  Sichuan: "Sc",
  Tibet: "Tb",
  Xinjiang: "Xj",
  Yunnan: "Yn",
  Zhejiang: "Zj",
};

/** The form for tight rows: "Taizhou, Js" for "Taizhou (Jiangsu)". */
export function tightName(name: string): string {
  return name.replace(/ \(([^)]+)\)$/, (whole, province: string) =>
    province in provinces ? `, ${provinces[province]}` : whole,
  );
}
