import type { Finding, FindingValue } from "../contract/method.ts";
import { sentence } from "../contract/sentence.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf, wordsOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { VerdictResult } from "./verdict.ts";
import type { Evidence } from "./verdict-evidence.ts";
import type { Ground } from "./verdict-ground.ts";
import { answers, ruleTitles, sentencesWithoutInterval, sides, verdictSentences } from "./verdict-words.ts";

interface Inputs {
  readonly estimates: { readonly units: Readonly<Record<string, string>> };
}

const said = (finding: Finding): Text => ({ en: sentence(finding, "en"), zh: sentence(finding, "zh") });

/** The answer in one row, what it rests on in the order in which it was looked at, and all estimates by their size. */
export function verdictTables(result: VerdictResult, { estimates }: Inputs): Table[] {
  const unit = estimates.units.effect ?? "1";
  const own = (name: string, title: Text, pick: (row: VerdictResult) => number | undefined) =>
    ifAny(numberOf<VerdictResult>(name, unit, title, pick));
  const count = (name: string, title: Text, pick: (row: VerdictResult) => number) =>
    numberOf<VerdictResult>(name, "1", title, pick);
  const { main } = result;
  return [
    tableOf(
      "verdict",
      ["answer"],
      [result],
      [
        codeOf<VerdictResult>(
          "answer",
          { en: "answer", zh: "结论" },
          ({ answer }) => answer,
          ({ answer }) => answers[answer],
        ),
        wordsOf<VerdictResult>("outcome", { en: "outcome", zh: "结果变量" }, ({ outcome }) => outcome ?? null),
        own("effect", { en: "effect", zh: "效应" }, ({ effect }) => effect),
        own("low", { en: "low", zh: "下限" }, ({ low }) => low),
        own("high", { en: "high", zh: "上限" }, ({ high }) => high),
        own("detectable", { en: "smallest detectable effect", zh: "最小可识别效应" }, ({ detectable }) => detectable),
        ifAny(
          wordsOf<VerdictResult>(
            "detectable_by",
            { en: "smallest detectable effect, by", zh: "最小可识别效应所据方法" },
            ({ detectableBy }) => detectableBy ?? null,
          ),
        ),
        ifAny(count("p", { en: "p", zh: "p 值" }, () => main.p)),
        ifAny(count("level", { en: "coverage", zh: "置信水平" }, () => main.level)),
        wordsOf<VerdictResult>("estimator", { en: "estimator", zh: "估计方法" }, () => main.estimatorTitle),
        ifAny(count("treated", { en: "treated places", zh: "受处理地区数" }, () => main.treated)),
        ifAny(count("controls", { en: "controls", zh: "对照地区数" }, () => main.controls)),
        count("for", sides.for, (row) => row.for),
        count("against", sides.against, (row) => row.against),
        count("decides", sides.decides, (row) => row.decides),
      ],
      { title: { en: "Verdict", zh: "结论" } },
    ),
    tableOf("grounds", ["rule", "analysis"], result.grounds, groundColumns(unit), {
      title: { en: "What holds it up and what speaks against it", zh: "支持与质疑" },
    }),
    tableOf("specifications", ["analysis", "estimator"], result.specifications, specificationColumns(result, unit), {
      title: { en: "All estimates", zh: "全部估计" },
    }),
  ];
}

const groundColumns = (unit: string) =>
  [
    codeOf<Ground>(
      "rule",
      { en: "looked at", zh: "考察项" },
      ({ rule }) => rule,
      ({ rule }) => ruleTitles[rule],
    ),
    labelOf<Ground>("analysis", { en: "analysis", zh: "分析" }, ({ analysis }) => analysis ?? ""),
    codeOf<Ground>(
      "side",
      { en: "side", zh: "倾向" },
      ({ side }) => side,
      ({ side }) => sides[side],
    ),
    ifAny(numberOf<Ground>("value", "1", { en: "value", zh: "数值" }, ({ value }) => value)),
    ifAny(numberOf<Ground>("threshold", "1", { en: "held against", zh: "标准" }, ({ threshold }) => threshold)),
    wordsOf<Ground>("says", { en: "says", zh: "说明" }, said),
    ifAny(numberOf<Ground>("amount", unit, { en: "amount", zh: "数额" }, ({ amounts }) => amounts[0])),
    ifAny(numberOf<Ground>("amount_to", unit, { en: "amount, to", zh: "数额上限" }, ({ amounts }) => amounts[1])),
  ] as const;

const specificationColumns = ({ main, set }: VerdictResult, unit: string) => {
  const own = (name: string, title: Text, pick: (row: Evidence) => number) =>
    ifAny(numberOf<Evidence>(name, unit, title, pick));
  return [
    codeOf<Evidence>(
      "analysis",
      { en: "analysis", zh: "分析" },
      ({ analysis }) => analysis,
      ({ title }) => title,
    ),
    codeOf<Evidence>(
      "estimator",
      { en: "estimator", zh: "估计方法" },
      ({ estimator }) => estimator,
      ({ estimatorTitle }) => estimatorTitle,
    ),
    own("effect", { en: "effect", zh: "效应" }, ({ effect }) => effect),
    own("low", { en: "low", zh: "下限" }, ({ low }) => low),
    own("high", { en: "high", zh: "上限" }, ({ high }) => high),
    ifAny(numberOf<Evidence>("level", "1", { en: "coverage", zh: "置信水平" }, ({ level }) => level)),
    ifAny(numberOf<Evidence>("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p)),
    numberOf<Evidence>("spoken_of", "1", { en: "spoken of", zh: "结论所据" }, (row) => (row === main ? 1 : 0)),
    numberOf<Evidence>("set_aside", "1", { en: "set aside", zh: "不予采用" }, (row) => (set.has(row) ? 1 : 0)),
  ] as const;
};

/** The verdict in a sentence, then what decides and what speaks against it; what holds it up is in its table. */
export function verdictFindings(result: VerdictResult, { estimates }: Inputs): Finding[] {
  const unit = estimates.units.effect ?? "1";
  const { main, outcome, answer, effect, low, high, grounds, relevant, against } = result;
  const inUnit = (number: number): FindingValue => ({ number, unit });
  const hasInterval = Number.isFinite(low) && Number.isFinite(high);
  const text = hasInterval || answer === "none-as-large" ? verdictSentences[answer] : sentencesWithoutInterval[answer];
  const values: Record<string, FindingValue> = {
    outcome: { text: begun(outcome ?? { en: "the outcome", zh: "结果变量" }) },
    estimator: { text: main.title },
    effect: inUnit(answer === "rise" || answer === "fall" ? Math.abs(effect) : effect),
    low: inUnit(low),
    high: inUnit(high),
    n: Number.isFinite(main.treated) ? main.treated : 0,
    against,
    ...(relevant === undefined ? {} : { relevant: inUnit(relevant) }),
  };
  const order = ["decides", "against"] as const;
  const reasons = order.flatMap((side) => grounds.filter((each) => each.side === side));
  return [{ text, values }, ...reasons.map((each) => reason(each, inUnit))];
}

/** A title that begins a sentence; a code of a column stays as it is. */
const begun = ({ en, zh }: Text): Text => ({
  en: /^[a-z]{2}[a-z ]*$/.test(en) ? en.charAt(0).toUpperCase() + en.slice(1) : en,
  zh,
});

/** A ground as a sentence of its own, its amounts after the words. */
function reason({ text, values, side, amounts }: Ground, inUnit: (number: number) => FindingValue): Finding {
  const lead = side === "decides" ? { en: "Cannot tell", zh: "不能判断" } : { en: "Against", zh: "质疑" };
  const [from, to] = amounts;
  const [en, zh] =
    from === undefined
      ? ["", ""]
      : to === undefined
        ? [" ({from})", "（{from}）"]
        : [" ({from} to {to})", "（{from} 至 {to}）"];
  const told = {
    ...(from === undefined ? {} : { from: inUnit(from) }),
    ...(to === undefined ? {} : { to: inUnit(to) }),
  };
  return {
    text: { en: `${lead.en}: ${text.en}${en}.`, zh: `${lead.zh}：${text.zh}${zh}。` },
    values: { ...values, ...told },
  };
}
