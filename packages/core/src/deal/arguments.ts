import type { Finding, FindingValue } from "../contract/method.ts";
import type { PartyOutlook } from "./assess.ts";
import type { Deal } from "./schema.ts";

/** What speaks for and against a draft for one party: sentences bound to numbers, none of them an opinion. */
export interface Arguments {
  readonly party: string;
  readonly for: readonly Finding[];
  readonly against: readonly Finding[];
}

const percent = (share: number): FindingValue => ({
  number: share * 100,
  unit: "percent",
  digits: share > 0 && share < 0.01 ? 1 : 0,
});

export function argumentsOf(
  deal: Deal,
  outlooks: readonly PartyOutlook[],
  others: readonly PartyOutlook[] | undefined,
  leave: readonly { readonly members: readonly string[]; readonly gain: number }[],
): Arguments[] {
  const yuan = (amount: number): FindingValue => ({ number: amount, unit: deal.currency });
  const title = (party: string): FindingValue => ({ text: deal.parties[party].title });
  return outlooks.map((own, at) => {
    const { party, worse, mean, median, low, high, regretAccepting, regretRefusing, sharedByYear, byYear } = own;
    const [pro, con]: [Finding[], Finding[]] = [[], []];
    const name = title(party);
    const say = (list: Finding[], en: string, zh: string, values: Finding["values"]) =>
      list.push({ text: { en, zh }, values: { party: name, ...values } });
    say(
      worse <= 0.5 ? pro : con,
      worse <= 0.5
        ? "{party} ends no worse off than outside in {better} of the draws; the median of what it has is {median}."
        : "{party} would be better off outside in {worse} of the draws; the median of what it has is {median}.",
      worse <= 0.5
        ? "{party}在 {better} 的模拟中不差于外部选项，所得中位数为 {median}。"
        : "{party}在 {worse} 的模拟中不如外部选项，所得中位数为 {median}。",
      { better: percent(1 - worse), worse: percent(worse), median: yuan(median) },
    );
    if (high > 0)
      say(pro, "In one draw of twenty it has more than {high}.", "二十分之一的模拟中所得高于 {high}。", {
        high: yuan(high),
      });
    if (low < 0)
      say(con, "In one draw of twenty it loses more than {low}.", "二十分之一的模拟中损失超过 {low}。", {
        low: yuan(-low),
      });
    if (regretRefusing > 0)
      say(
        pro,
        "Refusing would forgo {missed} on the average over all draws.",
        "若拒绝，平均将错过 {missed}（按全部模拟平均）。",
        { missed: yuan(regretRefusing) },
      );
    if (regretAccepting > 0)
      say(
        con,
        "Accepting would cost {regret} on the average over all draws.",
        "若接受，平均将多付出 {regret}（按全部模拟平均）。",
        {
          regret: yuan(regretAccepting),
        },
      );
    const shared = sharedByYear.reduce((sum, each) => sum + each, 0);
    if (shared > 0)
      say(
        pro,
        "Under the rules it can expect {shared} over the years looked at, beside what else the deal brings it.",
        "考察期内按规则预计可得 {shared}，其他收支另计。",
        { shared: yuan(shared) },
      );
    const negative = byYear.flatMap((amount, year) => (amount < 0 ? [year + 1] : []));
    if (negative.length > 0) {
      const lost = byYear.reduce((sum, each) => sum + Math.min(0, each), 0);
      say(
        con,
        "In {n, plural, one {one year} other {# years}} it pays more than it has: {lost} in all.",
        "有 {n} 年收不抵支，合计 {lost}。",
        {
          n: negative.length,
          lost: yuan(-lost),
        },
      );
    }
    const before = others?.[at];
    if (before !== undefined && Math.abs(mean - before.mean) > 0.5)
      say(
        mean > before.mean ? pro : con,
        mean > before.mean
          ? "Against the draft compared with, it gains {change} on the average."
          : "Against the draft compared with, it gives up {change} on the average.",
        mean > before.mean ? "与对照方案相比，平均多得 {change}。" : "与对照方案相比，平均少得 {change}。",
        { change: yuan(Math.abs(mean - before.mean)) },
      );
    const group = leave.find(({ members }) => members.includes(party));
    if (group !== undefined) {
      const alone = group.members.length === 1;
      say(
        con,
        alone
          ? "By itself it could expect {gain} more than here."
          : "Together with {others} alone it could expect {gain} more than here.",
        alone ? "单独行动预计可比此方案多得 {gain}。" : "仅与{others}合作，预计合计可多得 {gain}。",
        {
          gain: yuan(group.gain),
          others: {
            text: joined(
              deal,
              group.members.filter((each) => each !== party),
            ),
          },
        },
      );
    }
    return { party, for: pro, against: con };
  });
}

function joined({ parties }: Deal, names: readonly string[]): { en: string; zh: string } {
  return {
    en: names.map((name) => parties[name].title.en).join(" and "),
    zh: names.map((name) => parties[name].title.zh).join("、"),
  };
}
