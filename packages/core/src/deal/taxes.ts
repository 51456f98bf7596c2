import type { Text } from "../language/text.ts";
import { type Fen, portion, type Ratio } from "./money.ts";
import { type Month, monthOf, type Period } from "./month.ts";
import type { Source } from "./source.ts";

/**
 * Which part of a tax is the local government's, by the date it was paid. A tax outside of its dates did not exist: an amount
 * there is refused, never counted as nothing.
 */
export interface TaxSpan {
  readonly tax: TaxName;
  /** First and last month, both in it. */
  readonly from: Month;
  readonly to: Month;
  readonly local: Ratio;
  readonly source: Source;
}

export const taxNames = ["vat", "income", "business"] as const;
export type TaxName = (typeof taxNames)[number];

export const taxWords: Readonly<Record<TaxName, Text>> = {
  vat: { en: "value-added tax", zh: "增值税" },
  income: { en: "corporate income tax", zh: "企业所得税" },
  business: { en: "business tax", zh: "营业税" },
};

const month = (written: string): Month => monthOf(written) as Month;
const open = month("9999-12");

const decision1993: Source = {
  text: {
    en: "State Council, Decision on implementing the tax-sharing system, Guo Fa [1993] 85 (15 December 1993): from 1994 value-added tax 75 to the centre and 25 local, business tax local",
    zh: "国务院《关于实行分税制财政管理体制的决定》（国发〔1993〕85号，1993年12月15日）：自1994年起增值税中央75%、地方25%，营业税归地方",
  },
  checked: "secondary",
};
const pilot2011: Source = {
  text: {
    en: "As before for what paid value-added tax already. What services paid of it in the pilot, in place of business tax, stayed wholly local (Ministry of Finance and State Administration of Taxation, Cai Shui [2011] 110): it is to be written as business tax",
    zh: "原征收增值税的部分同前。试点服务业以增值税替代营业税的部分仍全归地方（财政部、国家税务总局，财税〔2011〕110号），请按营业税填写",
  },
  checked: "unverified",
};
const transition2016: Source = {
  text: {
    en: "State Council, Transition plan on dividing value-added tax between centre and localities once the pilot covers all sectors, Guo Fa [2016] 26 (29 April 2016): 50 to 50 by place of payment from 1 May 2016",
    zh: "国务院《全面推开营改增试点后调整中央与地方增值税收入划分过渡方案》（国发〔2016〕26号，2016年4月29日）：自2016年5月1日起按缴纳地五五分享",
  },
  checked: "secondary",
};
const kept2019: Source = {
  text: {
    en: "State Council, Plan on reforming how revenue is divided between centre and localities after the larger cuts of taxes and fees, Guo Fa [2019] 21 (26 September 2019, published 9 October): the 50 to 50 of value-added tax stays after the transition",
    zh: "国务院《实施更大规模减税降费后调整中央与地方收入划分改革推进方案》（国发〔2019〕21号，2019年9月26日，10月9日公布）：过渡期后增值税继续五五分享",
  },
  checked: "secondary",
};
const income2001: Source = {
  text: {
    en: "State Council, Plan on sharing income tax, Guo Fa [2001] 37 (31 December 2001), from 1 January 2002; the shares, 50 to 50 in 2002 and 60 to the centre and 40 local in 2003, after the measures of Hunan and Chongqing that carry it out. Railways, post, the state banks and offshore oil and gas pay the centre alone",
    zh: "国务院《所得税收入分享改革方案》（国发〔2001〕37号，2001年12月31日），自2002年1月1日起；分享比例（2002年五五，2003年中央60%、地方40%）据湖南、重庆的实施办法。铁路、邮政、国有银行及海洋石油天然气企业所缴归中央",
  },
  checked: "secondary",
};
const income2003: Source = {
  text: {
    en: "State Council, Notice on the shares of centre and localities in income tax, Guo Fa [2003] 26 (13 November 2003): from 2004 it goes on at 60 to the centre and 40 local",
    zh: "国务院《关于明确中央与地方所得税收入分享比例的通知》（国发〔2003〕26号，2003年11月13日）：自2004年起仍为中央60%、地方40%",
  },
  checked: "opened",
};
const abolished2017: Source = {
  text: {
    en: "State Council, decree published on 1 December 2017: the regulations on business tax are abolished, which had ended with the pilot in all sectors from 1 May 2016",
    zh: "国务院2017年12月1日公布的决定：废止《营业税暂行条例》；营业税已随全面营改增于2016年5月1日停征",
  },
  checked: "secondary",
};

/**
 * Business tax is taken as wholly local: what head offices of railways, banks and insurers paid was the centre's. Before 2002 income tax went to the government that the enterprise belonged to, so that there was no one
 * local share.
 */
export const taxSpans: readonly TaxSpan[] = [
  { tax: "vat", from: month("1994-01"), to: month("2011-12"), local: { n: 1n, d: 4n }, source: decision1993 },
  { tax: "vat", from: month("2012-01"), to: month("2016-04"), local: { n: 1n, d: 4n }, source: pilot2011 },
  { tax: "vat", from: month("2016-05"), to: month("2019-09"), local: { n: 1n, d: 2n }, source: transition2016 },
  { tax: "vat", from: month("2019-10"), to: open, local: { n: 1n, d: 2n }, source: kept2019 },
  { tax: "income", from: month("2002-01"), to: month("2002-12"), local: { n: 1n, d: 2n }, source: income2001 },
  { tax: "income", from: month("2003-01"), to: month("2003-12"), local: { n: 2n, d: 5n }, source: income2001 },
  { tax: "income", from: month("2004-01"), to: open, local: { n: 2n, d: 5n }, source: income2003 },
  { tax: "business", from: month("1994-01"), to: month("2016-04"), local: { n: 1n, d: 1n }, source: abolished2017 },
];

const isSameShare = (a: Ratio, b: Ratio): boolean => a.n * b.d === b.n * a.d;

/** The local shares over a period, with the months that each holds; `missing` months are those in which there was no such tax. */
export function localShares(
  tax: TaxName,
  { from, to }: Period,
): { readonly spans: TaxSpan[]; readonly missing: boolean } {
  const spans: TaxSpan[] = [];
  let months = 0;
  for (const span of taxSpans) {
    if (span.tax !== tax || span.to < from || span.from > to) continue;
    const clipped = { ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) };
    months += clipped.to - clipped.from + 1;
    const last = spans.at(-1);
    if (last !== undefined && isSameShare(last.local, span.local))
      spans[spans.length - 1] = { ...last, to: clipped.to };
    else spans.push(clipped);
  }
  return { spans, missing: months < to - from + 1 };
}

/** The local part of an amount paid in a period within which the share does not change. */
export function localPart(tax: TaxName, amount: Fen, period: Period): Fen {
  const { spans, missing } = localShares(tax, period);
  if (missing || spans.length !== 1)
    throw new Error(`deal: ${tax} has no one local share in ${period.from}..${period.to}`);
  return portion(amount, spans[0].local);
}

/** The first and the last month in which a tax existed. */
export function existed(tax: TaxName): Period {
  const own = taxSpans.filter((span) => span.tax === tax);
  return { from: Math.min(...own.map(({ from }) => from)), to: Math.max(...own.map(({ to }) => to)) };
}

/** What is taken for granted of value-added tax of the years in which services were in the pilot, wherever a number rests on it. */
export const pilotAssumed: Text = {
  en: "Value-added tax of 2012 to April 2016 is counted as 25% local. What services paid of it in the pilot in place of business tax stayed wholly local (Cai Shui [2011] 110, unverified): write that as business tax.",
  zh: "2012 年至 2016 年 4 月的增值税按地方 25% 计算。试点服务业以增值税替代营业税的部分仍全归地方（财税〔2011〕110 号，未核原文），请按营业税填写。",
};

/** Whether tax of these months is counted as the pilot's is taken to be. */
export function isInPilot(tax: TaxName, { from, to }: Period): boolean {
  return taxSpans.some((span) => span.tax === tax && span.source === pilot2011 && span.from <= to && span.to >= from);
}
