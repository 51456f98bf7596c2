import type { Text } from "../language/text.ts";
import type { presetNames, RuleWritten } from "./rule-schema.ts";
import type { Source } from "./source.ts";

/** Rules that are known, clause by clause as a deal file would write them. What a source leaves open says so in `open`. */
export interface Preset {
  readonly title: Text;
  readonly source: Source;
  readonly clauses: Partial<RuleWritten>;
  /** What the source does not settle, and how it is taken here. */
  readonly open: readonly Text[];
}

export const presets: Readonly<Record<(typeof presetNames)[number], Preset>> = {
  "jing-jin-ji-2015": {
    title: { en: "Jing-Jin-Ji circular of 2015", zh: "京津冀 2015 年税收分享办法" },
    source: {
      text: {
        en: "Ministry of Finance and State Administration of Taxation, Measures for sharing tax revenue of enterprises that move within Beijing-Tianjin-Hebei, Cai Yu [2015] 92 (3 June 2015); section 1 read whole in a reprint, section 2 in part",
        zh: "财政部、国家税务总局《京津冀协同发展产业转移对接企业税收收入分享办法》（财预〔2015〕92号，2015年6月3日）；第一部分据转载通读，第二部分读到一部分",
      },
      checked: "secondary",
    },
    clauses: {
      kind: "sharing",
      qualifies: { led: "government", fits: true, listed: true, least: 20_000_000 },
      taxes: ["vat", "income", "business"],
      base: { years: 3 },
      clock: ["registration", "production"],
      split: { origin: "50%", host: "50%" },
      years: 3,
      cap: { of: "base", times: 1 },
      extension: { years: 2, when: "below-cap" },
      refunds: "net",
      payer: "host",
    },
    open: [
      {
        en: "The three years before the move are taken as the full calendar years before the one in which the registration changed.",
        zh: "“迁移前三年”按登记变更当年之前的三个完整自然年计算。",
      },
      {
        en: "A year of sharing has twelve months, the first being the month by which registration has changed and production has begun.",
        zh: "分享年度为十二个月，自登记变更且达产的当月起算。",
      },
      {
        en: "Refunds count against tax, as the circular says; a year with more refunds than tax is shared like tax, so that the origin pays back its part.",
        zh: "退库冲减入库（办法原文）；某年退库多于入库时同样按比例分担，由迁出地退回其份额。",
      },
      {
        en: "Tax between the change of registration and production, and after the enterprise has moved on, is not shared.",
        zh: "登记变更后至达产前、以及企业再次迁出之后的税收不分享。",
      },
      {
        en: "Until April 2016 value-added tax is taken as 25% local. What services in the pilot paid of it in place of business tax stayed wholly local (Cai Shui [2011] 110, unverified): write it as business tax.",
        zh: "2016 年 4 月以前增值税按地方 25% 计算。试点服务业以增值税替代营业税的部分仍全归地方（财税〔2011〕110 号，未核原文），请按营业税填写。",
      },
      {
        en: "The amount of the grant by the centre is not stated; it is the user's figure.",
        zh: "中央一次性补助的数额未明确，由使用者填写。",
      },
    ],
  },
  "minnesota-fiscal-disparities": {
    title: { en: "Minnesota fiscal disparities", zh: "明尼苏达税基分享（Fiscal Disparities）" },
    source: {
      text: {
        en: "Minnesota Fiscal Disparities Act of 1971, after Metropolitan Council, Fiscal Disparities Act at 50 (2021): 40 % of the growth of commercial, industrial and utility tax base since 1971",
        zh: "明尼苏达州1971年《财政差距法》，据 Metropolitan Council, Fiscal Disparities Act at 50（2021）：分享1971年以来工商业及公用事业税基增量的40%",
      },
      checked: "secondary",
    },
    clauses: { kind: "pool", pool: { share: "40%" } },
    open: [
      {
        en: "It is the tax base that is shared, never the tax: a town that has lost base since 1971 contributes nothing.",
        zh: "分享的是税基而非税款：1971 年以来税基减少的市镇不缴入。",
      },
      {
        en: "The pool is divided in proportion to people times mean capacity over own capacity.",
        zh: "按“人口 × 平均财政能力 ÷ 本地财政能力”成比例分配。",
      },
      {
        en: "A town is paid its own rate on its part of the pool (Minnesota Statutes 473F.08: that of the year before); the area-wide rate is what raises the sum. One rate a town stands for those of its county, city and schools.",
        zh: "市镇按本地税率（明州法典 473F.08：上一年度税率）取得其分得税基的税款，全区统一税率以征足其总和为准；每个市镇以一个税率代表县、市与学区各级税率。",
      },
    ],
  },
  "enclave-park": {
    title: { en: "Enclave park", zh: "飞地园区" },
    source: {
      text: {
        en: "A common form, after Liu Xiang, Sharing of benefits in the enclave economy (Open Herald 2024, no. 5): both sides put in, both sides take out, statistics are split by agreement. No single circular stands behind these shares",
        zh: "常见做法，据 Liu Xiang 论飞地经济利益共享一文（《开放导报》2024年第5期）：投入共担、收益共享，统计口径按协议划分。以下比例并无单一文件为据",
      },
      checked: "secondary",
    },
    clauses: {
      kind: "enclave",
      taxes: ["vat", "income"],
      base: { years: 1 },
      clock: ["production"],
      inputs: { origin: "50%", host: "50%" },
      split: { origin: "50%", host: "50%" },
      years: 10,
      refunds: "net",
      payer: "host",
      counted: { output: { origin: "50%", host: "50%" } },
    },
    open: [
      {
        en: "Shares and years are placeholders to be agreed; statistics are counted where the enterprise is unless the rule says otherwise.",
        zh: "比例与年限为占位值，须由双方商定；规则未写明时按在地统计。",
      },
    ],
  },
  "xinan-river": {
    title: { en: "Xin'an river compensation", zh: "新安江流域生态补偿" },
    source: {
      text: {
        en: "Anhui and Zhejiang, Xin'an river pilot from 2012: index P up to 1, Zhejiang pays Anhui 100 million yuan a year, else Anhui pays Zhejiang (China Daily, 14 August 2017; Zhang Wenping and Wu Shi 2022)",
        zh: "安徽、浙江新安江流域自2012年起的试点：补偿指数 P 不大于1时，浙江每年付安徽1亿元，否则安徽付浙江（《中国日报》英文版2017年8月14日；Zhang Wenping and Wu Shi 2022）",
      },
      checked: "secondary",
    },
    clauses: { kind: "bet", bet: { threshold: 1, stake: 100_000_000 } },
    open: [
      {
        en: "The stake is that of the first round (2012 to 2014); later rounds have other stakes and weights. At the threshold itself the upstream side has kept its word.",
        zh: "金额为第一轮（2012–2014 年）标准，其后各轮金额与权重不同；恰为阈值时视为上游达标。",
      },
    ],
  },
};
