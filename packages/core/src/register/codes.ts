import type { Text } from "../language/text.ts";

/** One code of a list: what it is called, and the other ways in which registers write it. */
export interface Code extends Text {
  readonly code: string;
  readonly also?: readonly string[];
}

/** From what is planned to what is done. */
export const levels: readonly Code[] = [
  { code: "strategic-plan", en: "strategic plan", zh: "战略规划", also: ["plan", "strategy", "规划", "战略"] },
  { code: "regulation", en: "regulation", zh: "制度规则", also: ["rule", "法规", "规章", "制度"] },
  { code: "intervention", en: "intervention", zh: "具体举措", also: ["measure", "project", "措施", "举措", "项目"] },
];

/** Who brings places together. All but the market are led by governments. */
export const mechanisms: readonly Code[] = [
  { code: "central-coordinated", en: "central coordination", zh: "中央统筹", also: ["central", "中央"] },
  { code: "local-collaboration", en: "local collaboration", zh: "地方协作", also: ["local", "地方", "地方协同"] },
  {
    code: "cross-border-consultation",
    en: "cross-border consultation",
    zh: "跨境协商",
    also: ["cross-border", "跨境"],
  },
  { code: "market", en: "market", zh: "市场", also: ["market-driven", "市场主导"] },
];

/** The pyramid of policies from its base: the widest scope and the most leverage come first. */
export const rungs: readonly Code[] = [
  { code: "remove-barriers", en: "removing barriers", zh: "消除壁垒", also: ["remove barriers", "破除壁垒"] },
  { code: "auxiliary", en: "auxiliary", zh: "辅助", also: ["辅助性"] },
  { code: "supportive", en: "supportive", zh: "支持", also: ["support", "支持性"] },
  { code: "incentive", en: "incentive", zh: "激励", also: ["激励性"] },
  { code: "subsidy", en: "subsidy", zh: "补贴", also: ["subsidies", "补助"] },
];

/** On which side of the economy an instrument works. */
export const instruments: readonly Code[] = [
  { code: "supply", en: "supply side", zh: "供给型", also: ["supply-side", "供给", "供给面", "供给侧"] },
  { code: "demand", en: "demand side", zh: "需求型", also: ["demand-side", "需求", "需求面", "需求侧"] },
  { code: "environment", en: "environment side", zh: "环境型", also: ["environmental", "环境", "环境面"] },
];

export const issuerLevels: readonly Code[] = [
  { code: "central", en: "central", zh: "中央", also: ["national", "国家"] },
  { code: "provincial", en: "provincial", zh: "省级", also: ["province", "省"] },
  { code: "city", en: "city", zh: "市级", also: ["municipal", "市"] },
  { code: "cross-border", en: "cross-border", zh: "跨境" },
  { code: "multi-level", en: "several levels", zh: "多级", also: ["multi"] },
  { code: "firm", en: "firm", zh: "企业" },
];

export const statuses: readonly Code[] = [
  { code: "planned", en: "planned", zh: "未实施", also: ["not started", "计划中"] },
  { code: "under-way", en: "under way", zh: "实施中", also: ["ongoing", "in progress", "进行中"] },
  { code: "partly-fulfilled", en: "partly fulfilled", zh: "部分兑现", also: ["partly", "部分完成"] },
  { code: "fulfilled", en: "fulfilled", zh: "已兑现", also: ["done", "已完成", "完成"] },
  { code: "abandoned", en: "abandoned", zh: "已中止", also: ["cancelled", "取消", "中止"] },
  { code: "unknown", en: "not known", zh: "不详", also: ["不明"] },
];

/** The columns of a register that hold a code, and the list it is from. */
export const codeLists = {
  level: { title: { en: "level", zh: "层次" }, codes: levels },
  issuer_level: { title: { en: "level of the issuer", zh: "发布层级" }, codes: issuerLevels },
  mechanism: { title: { en: "coordination mechanism", zh: "协调机制" }, codes: mechanisms },
  rung: { title: { en: "rung of the pyramid", zh: "政策金字塔层级" }, codes: rungs },
  instrument: { title: { en: "instrument", zh: "政策工具" }, codes: instruments },
  status: { title: { en: "fulfilment", zh: "兑现情况" }, codes: statuses },
} as const satisfies Record<string, { title: Text; codes: readonly Code[] }>;

export type CodeColumn = keyof typeof codeLists;

/** The code that a cell means: as it is, or called in either language; nothing where no code is meant. */
export function codeMeant(codes: readonly Code[], cell: string): string | undefined {
  const word = plain(cell);
  return codes.find(({ code, en, zh, also = [] }) => [code, en, zh, ...also].some((each) => plain(each) === word))
    ?.code;
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");

/** What a code is called; the code itself where the list lacks it. */
export function wordsFor(codes: readonly Code[], code: string): Text {
  const found = codes.find((each) => each.code === code);
  return found === undefined ? { en: code, zh: code } : { en: found.en, zh: found.zh };
}

/** A place in its list, those that it lacks last. */
export function orderIn(codes: readonly Code[], code: string): number {
  const at = codes.findIndex((each) => each.code === code);
  return at < 0 ? codes.length : at;
}

/** Several in one cell, parted by semicolons. */
export function several(cell: string | null | undefined): string[] {
  return (cell ?? "")
    .split(/[;；]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
