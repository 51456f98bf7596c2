import { InputError, type NumericalError } from "../contract/errors.ts";
import type { Finding, FindingValue } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import { candidateText, listText } from "./candidate-words.ts";
import type { Axis } from "./candidates.ts";
import type { ComparedCell } from "./compare.ts";
import { type Fit, isWhole, takenOn } from "./fits.ts";
import type { Propagation } from "./rounding.ts";

interface Told {
  readonly axes: readonly Axis[];
  readonly fits: readonly Fit[];
  /** Positions of the axes on which nothing depends. */
  readonly indifferent: readonly number[];
  readonly tried: number;
  readonly refused: number;
}

/** What a search found, most important first: the verdict, what speaks against the next, what the print can say at all. */
export function reproductionFindings(told: Told, how: Propagation, refusal: unknown): Finding[] {
  const { fits } = told;
  const [best] = fits;
  if (best === undefined) return [];
  const whole = fits.filter(isWhole);
  return [
    ...(whole.length > 1
      ? [severalFit(told, whole)]
      : whole.length === 1
        ? [oneFits(told, best)]
        : noneFits(told, best)),
    ...nextOf(told, whole.length),
    ...precision(best, how),
    ...indifference(told),
    ...refusals(told, refusal),
  ];
}

const named = ({ axes, indifferent }: Told, { choices }: Fit): FindingValue => {
  const shown = [...axes.keys()].filter((at) => !indifferent.includes(at));
  return { text: candidateText(axes, choices, shown) };
};

/** `D of 2013`, or the name alone of a single number. */
function cellText({ column, row }: ComparedCell): Text {
  return row === "" ? { en: column, zh: column } : { en: `${column} of ${row}`, zh: `${row} 的 ${column}` };
}

const beside = (cell: ComparedCell): Record<string, FindingValue> => ({
  cell: { text: cellText(cell) },
  printed: decimal(cell.printed, cell.decimals),
  computed: Number.isNaN(cell.computed)
    ? { text: { en: "nothing", zh: "无" } }
    : decimal(cell.computed, cell.decimals + 2),
});

function oneFits(told: Told, best: Fit): Finding {
  return {
    text: {
      en: "Reproduced with {candidate}: {n, plural, one {the one cell} other {all # cells}} fit{within, plural, =0 { to the print} other {, {print} to the print, # within the rounding of the printed inputs}}.",
      zh: "可复现。{candidate}；{n} 个单元格全部吻合{within, plural, =0 {（均与印刷值一致）} other {（{print} 个与印刷值一致，# 个在输入值舍入误差之内）}}。",
    },
    values: { candidate: named(told, best), n: best.cells.length, print: best.print, within: best.rounding },
  };
}

function severalFit(told: Told, whole: readonly Fit[]): Finding {
  const { axes, indifferent } = told;
  const choices = whole.flatMap((fit) => fit.choices);
  const open = [...axes.keys()].filter((at) => !indifferent.includes(at));
  const differ = open.filter((at) => takenOn(at, choices).length > 1);
  const shared = open.filter((at) => takenOn(at, choices).length === 1);
  const n = whole[0]?.cells.length ?? 0;
  return {
    text: {
      en: `Reproduced, but {k} candidates give all {n} cells and cannot be told apart by them{agree, plural, =0 {} other {; all take {shared}}}. Open: {differ}.`,
      zh: `可复现，但有 {k} 种候选均与全部 {n} 个单元格吻合，无法区分{agree, plural, =0 {} other {；共同点：{shared}}}。未能确定：{differ}。`,
    },
    values: {
      k: whole.length,
      n,
      agree: shared.length,
      shared: { text: shared.length === 0 ? { en: "", zh: "" } : candidateText(axes, choices, shared) },
      differ: {
        text: listText(
          differ.map((at): Text => {
            const { title, labels } = axes[at] as Axis;
            const taken = listText(
              takenOn(at, choices).map((value) => labels[value] as Text),
              " or ",
              " 或 ",
            );
            return { en: `${title.en} (${taken.en})`, zh: `${title.zh}（${taken.zh}）` };
          }),
          "; ",
          "；",
        ),
      },
    },
  };
}

/** As many cells off may be misprints; more are another method. */
const misprints = (n: number): number => Math.max(1, Math.floor(n / 20));

function noneFits(told: Told, best: Fit): Finding[] {
  const missed = best.cells.filter(({ status }) => status === "off" || status === "lacking");
  const n = best.cells.length;
  const worst = best.worst as ComparedCell;
  const findings: Finding[] = [
    {
      text: {
        en: "Not reproduced: {tried, plural, one {the one candidate} other {none of # candidates}} gives all {n} cells. The nearest ({candidate}) gives {fit} of {n}; furthest off is {cell}, printed {printed}, computed {computed}.",
        zh: "未能复现：{tried} 种候选均不能给出全部 {n} 个单元格。最接近的候选（{candidate}）吻合 {fit} 个；差距最大的是 {cell}，印刷值 {printed}，计算值 {computed}。",
      },
      values: { tried: told.tried, n, candidate: named(told, best), fit: n - missed.length, ...beside(worst) },
    },
  ];
  if (missed.length <= misprints(n) && n > 1) {
    findings.push({
      text: {
        en: "All other cells fit: {cells} may be {k, plural, one {a misprint} other {misprints}}.",
        zh: "其余单元格全部吻合：{cells} 可能是印刷错误。",
      },
      values: { k: missed.length, cells: { text: listText(missed.map(cellText)) } },
    });
    return findings;
  }
  return [...findings, ...columnsApart(told, best)];
}

/** Where no candidate gives the whole table, which of them give a whole column. */
function columnsApart(told: Told, best: Fit): Finding[] {
  const columns = [...new Set(best.cells.map(({ column }) => column))];
  if (columns.length < 2) return [];
  const given = columns.map((column) => {
    const giving = told.fits.filter(({ cells }) =>
      cells.every((cell) => cell.column !== column || cell.status === "print" || cell.status === "rounding"),
    );
    return { column, choices: giving.flatMap(({ choices }) => choices) };
  });
  const shown = [...told.axes.keys()].filter((at) => !told.indifferent.includes(at));
  return given.map(({ column, choices }) => {
    if (choices.length === 0) {
      return {
        text: { en: "No candidate gives all of {column}.", zh: "没有候选能给出整列 {column}。" },
        values: { column },
      };
    }
    const candidate = { text: candidateText(told.axes, choices, shown) };
    return {
      text: { en: "All of {column} comes out with {candidate}.", zh: "整列 {column} 吻合的候选：{candidate}。" },
      values: { column, candidate },
    };
  });
}

/** How far the next candidate is: without it nobody knows what a reproduction is worth. */
function nextOf(told: Told, whole: number): Finding[] {
  const next = told.fits[Math.max(1, whole)];
  const isFar = whole === 0 && told.fits[0]?.print === 0; // next to nothing there is no next
  if (next?.worst === undefined || isFar) return [];
  return [
    {
      text: {
        en: "The next ({candidate}) misses {k} of {n}: {cell} would be {computed}, printed {printed}.",
        zh: "次接近的候选（{candidate}）在 {n} 个单元格中有 {k} 个不符：{cell} 计算值 {computed}，印刷值 {printed}。",
      },
      values: { candidate: named(told, next), k: next.off + next.lacking, n: next.cells.length, ...beside(next.worst) },
    },
  ];
}

/** To what precision the printed inputs determine each column: half the widest range. */
function precision(best: Fit, how: Propagation): Finding[] {
  if (how === "exact") return [];
  if (how === "too-many") {
    return [
      {
        text: {
          en: "There are too many printed inputs to carry their rounding through: cells are compared as computed.",
          zh: "输入数据过多，未传递其舍入误差：直接比较计算值。",
        },
        values: {},
      },
    ];
  }
  const widest = new Map<string, ComparedCell>();
  const reach = ({ low, high }: ComparedCell) => (high - low) / 2;
  for (const cell of best.cells) {
    const before = widest.get(cell.column);
    if (cell.status !== "lacking" && (before === undefined || reach(cell) > reach(before)))
      widest.set(cell.column, cell);
  }
  const parts = [...widest.values()].map((cell): Text => {
    const told = `${cell.column} ±${shortly(reach(cell))}`;
    return { en: told, zh: told };
  });
  const way =
    how === "corners"
      ? { en: "all corners of the rounding box", zh: "舍入区间的全部角点" }
      : { en: "first order, input by input", zh: "逐个输入的一阶近似" };
  return [
    {
      text: {
        en: "The printed inputs determine {reach} ({way}).",
        zh: "印刷的输入值所能确定的精度：{reach}（{way}）。",
      },
      values: { reach: { text: listText(parts) }, way: { text: way } },
    },
  ];
}

const shortly = (value: number): string => String(Number(value.toPrecision(1)));

function indifference({ axes, indifferent }: Told): Finding[] {
  const open = indifferent.filter((at) => (axes[at]?.values.length ?? 0) > 1);
  if (open.length === 0) return [];
  return [
    {
      text: {
        en: "These figures do not depend on: {what}.",
        zh: "这些数字与下列选择无关：{what}。",
      },
      values: { what: { text: listText(open.map((at) => (axes[at] as Axis).title)) } },
    },
  ];
}

function refusals({ tried, refused }: Told, refusal: unknown): Finding[] {
  if (refused === 0) return [];
  const text = refusal instanceof InputError ? refusal.problems[0]?.text : (refusal as NumericalError).text;
  return [
    {
      text: {
        en: "The method refused {refused} of {tried} candidates, such as: {reason}.",
        zh: "方法拒绝了 {tried} 种候选中的 {refused} 种，例如：{reason}。",
      },
      values: { refused, tried, reason: { text: text ?? { en: "-", zh: "-" } } },
    },
  ];
}
