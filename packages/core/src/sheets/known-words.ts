/** Provinces in their short form: whatever stands behind it (省, 市, 自治区) makes the full one. */
const provinces =
  "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门".split(
    " ",
  );
const isProvinceName = new RegExp(
  `^(${provinces.join("|")})(省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)?$`,
);

export const isProvince = (name: string): boolean => isProvinceName.test(name);

/** The province that a text speaks of, if it speaks of one alone. */
export function provinceIn(text: string): string | undefined {
  const found = provinces.filter((name) => text.includes(name));
  return found.length === 1 ? found[0] : undefined;
}

const placeEnding = /^\p{Script=Han}{1,12}(省|市|县|区|州|盟|旗|自治区|行政区|新区|地区)$/u;

export type PlaceClass = "province" | "city" | "other";

export function placeClass(name: string): PlaceClass {
  if (isProvince(name)) return "province";
  return placeEnding.test(name) ? "city" : "other";
}

const notePattern =
  /^[(（[【]?\s*(注|附注|说明|资料来源|数据来源|来源|备注|notes?|sources?|data sources?|remarks?)\s*\d{0,2}\s*[)）\]】]?\s*[:：.．、]/i;
const noteSign = /^[\u2460-\u2473*＊※†‡]\s*\S{4,}|^[(（]?\d{1,2}[)）.、]\s*\S{6,}.*[。.]$/u;

/** `注：…`, `资料来源：…`, `① 2018年为普查数。` */
export const isNoteText = (text: string): boolean => notePattern.test(text.trim()) || noteSign.test(text.trim());

/** 续表, 续前表, 表3-1续, (continued). */
export const isContinued = (text: string): boolean =>
  /续\s*(前?\s*表|\d)|[(（]续[)）\d]|表\s*[\d－-]+\s*续|\bcontinued\b|\bcont['’]?d\b/i.test(text.normalize("NFKC"));

export type HeadRole = "place" | "code" | "year" | "industry" | "item" | "unit" | "flag" | "remark" | "serial";

/** 省, 市县, 省份名称, 省（区、市）, 省、自治区、直辖市: kinds of places, one or several. */
const placeKinds =
  /^各?(省份?|自治区|直辖市|地区|市|州|盟|区|县|旗)([、,/(]*(省份?|自治区|直辖市|地区|市|州|盟|区|县|旗)\)?)*(名称?)?$/u;

const headWords: readonly (readonly [HeadRole, RegExp])[] = [
  ["serial", /^(序号|行号|no\.?|number|s\/n)$/i],
  [
    "code",
    /^((行政区划|行政区|区划|地区|城市|省份|单位)?(代码|编码)|adcode|(region|city|place|area|gb|gss|itl|nuts|lad|ons)[ _-]?code|code)$/i,
  ],
  ["year", /^(年份|年度|年|时间|years?|period)$/i],
  [
    "place",
    /^(地区名称|地区别|各地区|省级|地级市|城市|城市名称|城市名|行政区|行政区划|区域|地名|地点|地方|region|regions|city region|(region|city|area|local authority) name|local authority|city|cities|province|provinces|area|county|place|municipality|prefecture|name_zh|place_zh)$/i,
  ],
  ["place", placeKinds],
  ["industry", /^(行业|行业名称|行业门类|行业类别|产业|门类|industry|industries|sector)$/i],
  ["item", /^(指标|指标名称|项目|项目名称|类别|变量|item|items|indicator|indicators|variable)$/i],
  ["unit", /^(单位|计量单位|units?|unit of measure)$/i],
  ["flag", /^(标记|标志|flag|flags)$/i],
  ["remark", /^(备注|注释|说明|注|remarks?|notes?|comments?)$/i],
];

/** The part that a column plays by its head, such as 地区 or `Year`. */
export function roleOfHead(head: string): HeadRole | undefined {
  return headWords.find(([, pattern]) => pattern.test(head))?.[0];
}

/** What a footnote says of the figures that carry its mark. */
export function flagOfNote(note: string): "break" | "vintage" | "note" {
  if (/口径|不可比|区划调整|行政区划|范围调整|break|not comparable/i.test(note)) return "break";
  if (/修订|普查|初步|快报|预计|核实|revis|prelimin|census/i.test(note)) return "vintage";
  return "note";
}
