import { type ColumnsOf, codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { evolutionaryTables } from "../game/evolutionary-tables.ts";
import { same, type Text } from "../language/text.ts";
import { statisticNames } from "./describe-rule.ts";
import { entryWords } from "./entry.ts";
import { type Fen, inYuan } from "./money.ts";
import { monthText } from "./month.ts";
import { partyWords } from "./party-words.ts";
import type { DealResult } from "./run-deal.ts";
import type { Deal } from "./schema.ts";
import { type SplitName, splitWords } from "./splits.ts";

/** Everything that a deal gives, as long tables for sheets and programs; those with no rows are left out. */
export function dealTables(deal: Deal, result: DealResult): Table[] {
  const columns = columnsOf(deal);
  const tables = [outlooks, cash, splits, counted, settled, bets, ledger].flatMap((make) =>
    make(result, columns, deal),
  );
  const games = result.games.flatMap(({ game, unit, result: played }) =>
    evolutionaryTables(played, unit).map((table) => ({ ...table, name: `${game}.${table.name}` })),
  );
  return [...tables, ...games];
}

/** A table, if there are rows of it. */
function rowsAs<Row>(
  name: string,
  key: readonly string[],
  title: Text,
  rows: readonly Row[],
  columns: readonly ColumnsOf<NoInfer<Row>>[],
): Table[] {
  return rows.length === 0 ? [] : [tableOf(name, key, rows, columns, { title })];
}

type Columns = ReturnType<typeof columnsOf>;

/** What stands in more than one table. */
function columnsOf(deal: Deal) {
  const title = (party: string): Text => partyWords(deal, party);
  const money = <Row>(name: string, en: string, zh: string, pick: (row: Row) => number | undefined) =>
    numberOf<Row>(name, deal.currency, { en, zh }, pick);
  const called = <Row>(name: string, words: Text, pick: (row: Row) => string) =>
    codeOf<Row>(name, words, pick, (row) => title(pick(row)));
  return {
    title,
    money,
    /** Who it is, by its key and what it is called. */
    called,
    // two decimals are exact in a double up to 90 trillion yuan
    counted: <Row>(name: string, en: string, zh: string, pick: (row: Row) => Fen) =>
      money<Row>(name, en, zh, (row) => inYuan(pick(row))),
    party: called<{ party: string }>("party", { en: "party", zh: "参与方" }, (row) => row.party),
    draft: codeOf<{ draft: string }>(
      "draft",
      { en: "draft", zh: "方案" },
      (row) => row.draft,
      (row) => deal.drafts[row.draft].title,
    ),
    enterprise: codeOf<{ enterprise?: string | undefined }>(
      "enterprise",
      { en: "enterprise", zh: "企业" },
      (row) => row.enterprise ?? null,
      ({ enterprise: name }) => (name === undefined ? null : (deal.enterprises[name].title ?? same(name))),
    ),
    rule: labelOf<{ rule?: string | undefined }>("rule", { en: "rule", zh: "规则" }, (row) => row.rule),
    year: numberOf<{ year: number }>("year", "1", { en: "year of the deal", zh: "协议年度" }, (row) => row.year),
  };
}

function outlooks({ drafts }: DealResult, { draft, party, money }: Columns): Table[] {
  const rows = drafts.flatMap(({ draft: name, outlooks: own }) => own.map((each) => ({ draft: name, ...each })));
  return rowsAs(
    "outlooks",
    ["draft", "party"],
    { en: "Present value by party and draft", zh: "各方案下各方现值" },
    rows,
    [
      draft,
      party,
      money("mean", "mean", "均值", (row) => row.mean),
      money("low", "5 % of draws below", "5% 分位", (row) => row.low),
      money("lower", "25 % of draws below", "25% 分位", (row) => row.lower),
      money("median", "median", "中位数", (row) => row.median),
      money("upper", "75 % of draws below", "75% 分位", (row) => row.upper),
      money("high", "95 % of draws below", "95% 分位", (row) => row.high),
      money("outside", "outside option, mean", "外部选项均值", (row) => row.outside),
      numberOf("worse", "1", { en: "share of draws better off outside", zh: "外部更优的概率" }, (row) => row.worse),
      money("regret_accepting", "regret of accepting", "接受的后悔值", (row) => row.regretAccepting),
      money("regret_refusing", "regret of refusing", "拒绝的后悔值", (row) => row.regretRefusing),
    ],
  );
}

function cash({ drafts }: DealResult, { draft, party, year, money }: Columns): Table[] {
  const rows = drafts.flatMap(({ draft: name, outlooks: own }) =>
    own.flatMap(({ party: who, byYear, sharedByYear, fan }) =>
      byYear.map((amount, at) => ({
        draft: name,
        party: who,
        year: at + 1,
        cash: amount,
        shared: sharedByYear[at],
        ...fan[at],
      })),
    ),
  );
  const title = {
    en: "Cash by party and year, means over draws, not discounted",
    zh: "分年度现金流（模拟均值，未折现）",
  };
  return rowsAs("cash", ["draft", "party", "year"], title, rows, [
    draft,
    party,
    year,
    money("cash", "cash of the year", "当年现金", (row) => row.cash),
    money("shared", "of which under the rules", "其中按规则所得", (row) => row.shared),
    money("low", "present value so far, 5 %", "累计现值 5% 分位", (row) => row.low),
    money("median", "present value so far, median", "累计现值中位数", (row) => row.median),
    money("high", "present value so far, 95 %", "累计现值 95% 分位", (row) => row.high),
  ]);
}

function splits({ splits: found }: DealResult, { party, money }: Columns, deal: Deal): Table[] {
  const rows = (found?.splits ?? []).flatMap(({ split, shares }) =>
    shares.map((amount, at) => ({ split, party: Object.keys(deal.parties)[at], amount })),
  );
  return rowsAs(
    "splits",
    ["split", "party"],
    { en: "Ways to split the same expected gain", zh: "同一期望收益的分法" },
    rows,
    [
      codeOf<{ split: SplitName }>(
        "split",
        { en: "split", zh: "分法" },
        (row) => row.split,
        (row) => splitWords[row.split],
      ),
      party,
      money("amount", "share", "所得", (row) => row.amount),
    ],
  );
}

function counted({ drafts }: DealResult, { draft, enterprise, party, year, rule }: Columns): Table[] {
  const rows = drafts.flatMap(({ draft: name, counted: all }) =>
    all.flatMap(({ parties, ...about }) =>
      parties.flatMap(({ party: who, byYear }) =>
        byYear.map((amount, at) => ({ ...about, draft: name, party: who, year: at + 1, amount })),
      ),
    ),
  );
  const title = {
    en: "Where output, energy, emissions and land are counted, means over draws",
    zh: "统计与指标归属（模拟均值）",
  };
  return rowsAs("counted", ["draft", "enterprise", "statistic", "party", "year"], title, rows, [
    draft,
    enterprise,
    codeOf(
      "statistic",
      { en: "what is counted", zh: "统计项目" },
      (row) => row.statistic,
      (row) => statisticNames[row.statistic],
    ),
    party,
    year,
    numberOf("amount", "1", { en: "amount, in the unit beside it", zh: "数量（单位见旁列）" }, (row) => row.amount),
    labelOf("unit", { en: "unit", zh: "单位" }, (row) => row.unit),
    rule,
  ]);
}

function settled({ settlements }: DealResult, { rule, enterprise, party, counted: money }: Columns): Table[] {
  const rows = settlements.flatMap(({ rule: name, enterprise: of, move, years }) =>
    years.flatMap(({ parts, ...about }) =>
      Object.entries(parts).map(([who, part]) => ({ ...about, rule: name, enterprise: of, move, party: who, part })),
    ),
  );
  const title = { en: "Settled from what was paid", zh: "按已缴税款结算" };
  return rowsAs("settled", ["rule", "enterprise", "move", "year", "party"], title, rows, [
    rule,
    enterprise,
    numberOf("move", "1", { en: "move", zh: "迁移次序" }, (row) => row.move + 1),
    numberOf("year", "1", { en: "year of sharing", zh: "分享年度" }, (row) => row.year),
    labelOf("from", { en: "from", zh: "起" }, (row) => monthText(row.from)),
    labelOf("to", { en: "to", zh: "止" }, (row) => monthText(row.to)),
    money("tax", "local tax of the year", "当年地方税收", (row) => row.tax),
    party,
    money("part", "share of it", "所得份额", (row) => row.part),
  ]);
}

function bets({ bets: all }: DealResult, { rule, called, counted: money }: Columns): Table[] {
  const rows = all.flatMap(({ rule: name, threshold, years }) =>
    years.map((each) => ({ rule: name, threshold, ...each })),
  );
  return rowsAs("bets", ["rule", "year"], { en: "Owed by the measured index", zh: "按实测指数应付" }, rows, [
    rule,
    numberOf("year", "year", { en: "year", zh: "年份" }, (row) => row.year),
    numberOf("index", "1", { en: "index", zh: "指数" }, (row) => row.index),
    numberOf("compared", "1", { en: "index as compared", zh: "比较所用指数" }, (row) => row.compared),
    numberOf("threshold", "1", { en: "threshold", zh: "阈值" }, (row) => row.threshold),
    called("payer", { en: "who pays", zh: "支付方" }, (row) => row.payer),
    called("payee", { en: "whom", zh: "受偿方" }, (row) => row.payee),
    money("amount", "amount", "金额", (row) => row.amount),
  ]);
}

function ledger({ ledger: lines }: DealResult, { party, enterprise, rule, title, counted: money }: Columns): Table[] {
  return rowsAs("ledger", ["party", "line"], { en: "Each party's books", zh: "各方收支明细" }, lines, [
    party,
    numberOf("line", "1", { en: "line", zh: "序号" }, (row) => row.line),
    labelOf("month", { en: "month", zh: "月份" }, (row) => row.on),
    enterprise,
    rule,
    codeOf(
      "clause",
      { en: "for", zh: "事项" },
      (row) => row.clause,
      (row) => entryWords[row.clause],
    ),
    ifAny(
      codeOf(
        "other",
        { en: "from or to", zh: "对方" },
        (row) => row.other ?? null,
        ({ other }) => (other === undefined ? null : title(other)),
      ),
    ),
    money("amount", "amount", "金额", (row) => row.amount),
    money("balance", "balance", "余额", (row) => row.balance),
  ]);
}
