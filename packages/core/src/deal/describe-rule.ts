import { same, type Text } from "../language/text.ts";
import { unitText } from "../units/format-unit.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { type Fen, ratioText, yuanText } from "./money.ts";
import type { BetRule, PoolRule, Rule, Shares, SharingRule, Statistic } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { type TaxName, taxWords } from "./taxes.ts";

/** One clause read back in plain words. */
export interface Clause {
  readonly clause: string;
  readonly text: Text;
}
/** What a deal calls those whom its rules name, and its money. */
interface Words {
  readonly name: (party: string) => Text;
  readonly money: (fen: Fen) => Text;
}
type Name = Words["name"];

const roles: ReadonlyMap<string, Text> = new Map([
  ["origin", { en: "the place it leaves", zh: "迁出地" }],
  ["host", { en: "the place it comes to", zh: "迁入地" }],
  ["centre", { en: "the central government", zh: "中央财政" }],
  ["mediator", { en: "the mediator", zh: "协调方" }],
]);

/** The rule clause by clause, in both languages. What a rule does not say, this does not say either. */
export function describeRule(
  rule: Rule,
  {
    parties,
    currency,
  }: { readonly parties: Readonly<Record<string, { readonly title: Text }>> } & Pick<Deal, "currency">,
): Clause[] {
  const words: Words = {
    name: (who) => roles.get(who) ?? (Object.hasOwn(parties, who) ? parties[who].title : same(who)),
    money: (fen) => amountText(fen, currency),
  };
  if (rule.kind === "pool") return describePool(rule, words);
  if (rule.kind === "bet") return describeBet(rule, words);
  return describeSharing(rule, words);
}

/** `20 million yuan`, `2550万元`: in whole 万 and the millions that they make, to the fen where it is neither. */
export function amountText(fen: Fen, currency: string): Text {
  const unit = unitText(parseUnit(currency));
  const wans = fen !== 0n && fen % fenInWan === 0n ? fen / fenInWan : undefined;
  const wan = wans === undefined ? `${yuanText(fen)} ` : `${wans}万`;
  const million = wans !== undefined && wans >= 100n ? `${Number(wans) / 100} million` : yuanText(fen);
  return { en: `${million} ${unit.en}`, zh: `${wan}${unit.zh}` };
}

const fenInWan = 1_000_000n;

const and = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

function taxList(taxes: readonly TaxName[]): Text {
  return { en: and(taxes.map((tax) => taxWords[tax].en)), zh: taxes.map((tax) => taxWords[tax].zh).join("、") };
}

function shareList(shares: Shares, name: Name, preposition = "to"): Text {
  const each = Object.entries(shares);
  return {
    en: each.map(([who, share]) => `${ratioText(share)} ${preposition} ${name(who).en}`).join(", "),
    zh: each.map(([who, share]) => `${name(who).zh} ${ratioText(share)}`).join("，"),
  };
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

function describeSharing(rule: SharingRule, { name, money }: Words): Clause[] {
  const clauses: Clause[] = [];
  const add = (clause: string, en: string, zh: string) => clauses.push({ clause, text: { en, zh } });
  const taxes = taxList(rule.taxes);
  const tests = testsOf(rule, money);
  if (rule.inputs !== undefined) {
    const inputs = shareList(rule.inputs, name, "by");
    add("inputs", `The outlay on the park is borne ${inputs.en}.`, `园区投入按以下比例承担：${inputs.zh}。`);
  }
  if (tests.en !== "") add("qualifies", `It covers an enterprise ${tests.en}.`, `适用于${tests.zh}的企业。`);
  else add("qualifies", "It covers every enterprise named in the deal.", "适用于协议所列全部企业。");
  add(
    "taxes",
    `Shared is the local part of ${taxes.en}, by the share of the date on which it was paid.`,
    `分享范围为${taxes.zh}的地方分成部分，地方分成比例按缴纳时的规定。`,
  );
  const split = shareList(rule.split, name);
  const start = clockWords(rule);
  add(
    "split",
    `For ${plural(rule.years, "year")} from ${start.en}, it is split ${split.en}.`,
    `自${start.zh}起 ${rule.years} 年内，分配比例为：${split.zh}。`,
  );
  capWords(rule, money, add);
  if (rule.grant !== undefined) {
    const [amount, payer] = [money(rule.grant.amount), name(rule.grant.payer)];
    add(
      "grant",
      `Where sharing ends below the cap, ${payer.en} grants ${amount.en} once.`,
      `期满仍未达到上限的，由${payer.zh}一次性补助${amount.zh}。`,
    );
  }
  if (rule.refunds === "net")
    add(
      "refunds",
      "Refunds count against tax; a year with more refunds than tax is shared in the same way, so that each pays its part back.",
      "退库冲减入库；某年退库多于入库时按同一比例分担退回。",
    );
  else
    add(
      "refunds",
      "A year with more refunds than tax is set against the years after it.",
      "某年退库多于入库时，结转以后年度抵减。",
    );
  if (rule.late !== undefined)
    add(
      "late",
      `What is transferred later than ${plural(rule.late.grace, "month")} after the end of the year bears ${ratioText(rule.late.rate)} for each month.`,
      `年度终了 ${rule.late.grace} 个月后仍未划转的，每月按 ${ratioText(rule.late.rate)} 计息。`,
    );
  if (rule.exit !== undefined)
    add(
      "exit",
      `If the enterprise leaves within ${plural(rule.exit.within, "year")}, the place it left first pays back ${ratioText(rule.exit.repays)} of what it received.`,
      `企业 ${rule.exit.within} 年内离开的，迁出地退回所得的 ${ratioText(rule.exit.repays)}。`,
    );
  if (rule.audit !== undefined) {
    const by = name(rule.audit.by);
    const often =
      rule.audit.every === 1
        ? ["every year", "每年"]
        : [`every ${rule.audit.every} years`, `每 ${rule.audit.every} 年`];
    add("audit", `The tax is checked by ${by.en} ${often[0]}.`, `由${by.zh}${often[1]}核查税款。`);
  }
  const payer = name(rule.payer);
  add("payer", `${capital(payer.en)} collects and transfers.`, `由${payer.zh}征收并划转。`);
  countedWords(rule, name, add);
  return clauses;
}

type Add = (clause: string, en: string, zh: string) => void;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function testsOf({ qualifies, base }: SharingRule, money: Words["money"]): Text {
  const { led, fits, listed, least } = qualifies;
  const tests: Text[] = [];
  if (led === "government") tests.push({ en: "whose move the government leads", zh: "由政府主导迁移" });
  if (led === "market") tests.push({ en: "that moves by its own choice", zh: "自主迁移" });
  if (fits !== undefined)
    tests.push({
      en: `that ${fits ? "fits" : "does not fit"} the destination's plan of industries`,
      zh: `${fits ? "" : "不"}符合迁入地产业布局`,
    });
  if (listed !== undefined)
    tests.push({
      en: `that is ${listed ? "" : "not "}on the list both sides confirm`,
      zh: `${listed ? "列入" : "未列入"}双方共同确认名单`,
    });
  if (least !== undefined) {
    const amount = money(least);
    tests.push({
      en: `whose local part of these taxes averaged at least ${amount.en} over the ${base} years before the move`,
      zh: `迁出前 ${base} 年上述税收地方部分年均不低于${amount.zh}`,
    });
  }
  return { en: and(tests.map(({ en }) => en)), zh: tests.map(({ zh }) => zh).join("、") };
}

function clockWords({ clock }: SharingRule): Text {
  const both = clock.length > 1;
  if (both)
    return {
      en: "the month by which its registration has changed and it produces",
      zh: "完成登记变更并达产的当月",
    };
  return clock[0] === "production"
    ? { en: "the month in which it produces", zh: "达产当月" }
    : { en: "the month in which its registration changed", zh: "登记变更当月" };
}

function capWords({ cap, base, extension }: SharingRule, money: Words["money"], add: Add): void {
  if (cap === undefined) {
    add("cap", "There is no cap on what the place it left receives.", "迁出地所得不设上限。");
    return;
  }
  const times = cap.of === "base" && cap.times.n !== cap.times.d ? ratioText(cap.times) : undefined;
  const most: Text =
    cap.of === "amount"
      ? money(cap.amount)
      : {
          en: `${times === undefined ? "" : `${times} of `}what these taxes brought it in the ${base} years before`,
          zh: `迁移前 ${base} 年上述税收总和${times === undefined ? "" : `的 ${times}`}`,
        };
  add(
    "cap",
    `Sharing ends as soon as the place it left has received ${most.en}.`,
    `迁出地累计所得以${most.zh}为上限，达到后不再分享。`,
  );
  if (extension > 0)
    add(
      "extension",
      `If the cap has not been reached by then, sharing goes on for ${plural(extension, "more year")}, and stops.`,
      `期满未达到上限的，再延长 ${extension} 年，此后不再分享。`,
    );
}

/** What statistics and quotas count. */
export const statisticNames: Readonly<Record<Statistic, Text>> = {
  output: { en: "output", zh: "产值" },
  energy: { en: "energy quota", zh: "能耗指标" },
  emissions: { en: "emission quota", zh: "排放指标" },
  land: { en: "land quota", zh: "用地指标" },
};
const subjects: Readonly<Record<Statistic, string>> = {
  output: "Output",
  energy: "The energy quota",
  emissions: "The emission quota",
  land: "The land quota",
};

function countedWords({ counted }: SharingRule, name: Name, add: Add): void {
  for (const [what, shares] of Object.entries(counted) as [Statistic, Shares][]) {
    const listed = shareList(shares, name, "at");
    add(
      `counted.${what}`,
      `${subjects[what]} is counted ${listed.en}.`,
      `${statisticNames[what].zh}统计归属：${listed.zh}。`,
    );
  }
}

function describePool({ share, towns }: PoolRule, { name }: Words): Clause[] {
  const listed = Object.keys(towns).map(name);
  return [
    {
      clause: "pool",
      text: {
        en: `Each town puts ${ratioText(share)} of the growth of its commercial and industrial tax base into a pool; a town whose base has shrunk puts in nothing.`,
        zh: `各市镇将工商业税基增量的 ${ratioText(share)} 纳入共享池；税基减少的市镇不缴入。`,
      },
    },
    {
      clause: "distribution",
      text: {
        en: "The pool is paid out in proportion to people, times mean capacity over own capacity: to poorer towns more.",
        zh: "共享池按“人口 × 平均财政能力 ÷ 本地财政能力”分配，能力弱者多得。",
      },
    },
    {
      clause: "rates",
      text: {
        en: "A town has what its own rate raises on what is left of its base and on its part of the pool; the pool itself is taxed at one area-wide rate, which raises as much in all.",
        zh: "各市镇所得为本地税率乘以留存税基与分得的共享税基；共享税基按全区统一税率征收，征收总额与各市镇应得之和相等。",
      },
    },
    ...(listed.length === 0
      ? []
      : [
          {
            clause: "towns",
            text: {
              en: `Towns: ${and(listed.map(({ en }) => en))}.`,
              zh: `市镇：${listed.map(({ zh }) => zh).join("、")}。`,
            },
          },
        ]),
  ];
}

function describeBet({ upstream, downstream, threshold, stake, places }: BetRule, { name, money }: Words): Clause[] {
  const [up, down, amount] = [name(upstream), name(downstream), money(stake)];
  const text: Text = {
    en: `In a year whose index is at most ${threshold}, ${down.en} pays ${up.en} ${amount.en}; in a year above it, ${up.en} pays ${down.en} as much.`,
    zh: `年度指数不高于 ${threshold} 时，${down.zh}向${up.zh}支付${amount.zh}；高于时由${up.zh}向${down.zh}支付同等数额。`,
  };
  if (places === undefined) return [{ clause: "bet", text }];
  const rounded: Text = {
    en:
      places === 0
        ? "The index is rounded to a whole number first."
        : `The index is rounded to ${plural(places, "decimal")} first.`,
    zh: places === 0 ? "指数先四舍五入为整数再比较。" : `指数先四舍五入至 ${places} 位小数再比较。`,
  };
  return [
    { clause: "bet", text },
    { clause: "bet.places", text: rounded },
  ];
}
