import type { Fen } from "./money.ts";
import { fenOf } from "./money.ts";
import { type Month, monthText, type Period, periodOf, periodText } from "./month.ts";
import type { Enterprise } from "./schema.ts";
import { existed, localPart, localShares, type TaxName, taxNames, taxWords } from "./taxes.ts";
import type { Tell } from "./tell.ts";

/** Tax of one kind that an enterprise paid in a period, and the part of it that is local. */
export interface Payment extends Period {
  readonly tax: TaxName;
  readonly amount: Fen;
  readonly local: Fen;
}

/** What an enterprise paid, by tax and period; what cannot be placed in one rate is told with its line. */
export function paymentsOf(name: string, { paid }: Enterprise, tell: Tell): Payment[] {
  const payments: Payment[] = [];
  paid.forEach(({ in: written, ...amounts }, row) => {
    const path = ["enterprises", name, "paid", row];
    const period = periodOf(written);
    if (period === undefined) {
      tell.add(
        [...path, "in"],
        "period-unreadable",
        `is ${written}, expected a year, a month such as 2016-05, or months such as 2016-01..2016-04`,
        `为 ${written}，应为年份、月份（如 2016-05）或月份区间（如 2016-01..2016-04）`,
      );
      return;
    }
    for (const tax of taxNames) {
      const amount = amounts[tax] === undefined ? undefined : fenOf(amounts[tax]);
      if (amount === undefined) continue;
      const twice = payments.find((each) => each.tax === tax && each.from <= period.to && each.to >= period.from);
      if (twice !== undefined) tellTwice([...path, "in"], tax, twice, period, tell);
      else if (isPlaced(tax, amount, period, [...path, tax], tell))
        payments.push({ ...period, tax, amount, local: amount === 0n ? 0n : localPart(tax, amount, period) });
    }
  });
  return payments.sort((a, b) => a.from - b.from);
}

function tellTwice(path: (string | number)[], tax: TaxName, twice: Period, period: Period, tell: Tell): void {
  const { en, zh } = taxWords[tax];
  tell.add(
    path,
    "paid-twice",
    `${en} of ${periodText(period)} overlaps that of ${periodText(twice)}, expected every month once`,
    `${periodText(period)} 的${zh}与 ${periodText(twice)} 重叠，每个月只应出现一次`,
  );
}

/** Whether the tax existed all through the period, at one local share. An amount of 0 may stand anywhere. */
function isPlaced(tax: TaxName, amount: Fen, period: Period, path: (string | number)[], tell: Tell): boolean {
  if (amount === 0n) return true;
  const { spans, missing } = localShares(tax, period);
  const { en, zh } = taxWords[tax];
  const { from, to } = existed(tax);
  if (missing) {
    // before 2002 income tax went to the government that the enterprise belonged to
    const [alike, has] = tax === "income" ? [" with one local share", "有统一地方分成比例的"] : ["", "征收"];
    tell.add(
      path,
      "tax-not-there",
      `there was no ${en}${alike} in all of ${periodText(period)}, expected months from ${monthText(from)}${to < 9999 * 12 ? ` to ${monthText(to)}` : " on"}`,
      `${periodText(period)} 并非全程${has}${zh}，应在 ${monthText(from)} ${to < 9999 * 12 ? `至 ${monthText(to)}` : "之后"}`,
      { en: "write the amount in the months in which the tax was paid", zh: "请写在实际缴纳该税的月份" },
    );
    return false;
  }
  if (spans.length === 1) return true;
  const change = monthText(spans[1].from);
  tell.add(
    path,
    "share-changes",
    `the local share of ${en} changes in ${change}, within ${periodText(period)}; expected two periods`,
    `${zh}的地方分享比例在 ${change} 变化，落在 ${periodText(period)} 之内，应分两段填写`,
    { en: `write what was paid before ${change} and from then on`, zh: `请分别写明 ${change} 之前与之后的数额` },
  );
  return false;
}

/** The local part of chosen taxes in a span of months. A payment that reaches beyond it is an error of the caller. */
export function localSum(payments: readonly Payment[], taxes: readonly TaxName[], { from, to }: Period): Fen {
  let sum = 0n;
  for (const payment of payments) {
    if (taxes.includes(payment.tax) && payment.from >= from && payment.to <= to) sum += payment.local;
  }
  return sum;
}

/** Payments that lie partly within a span: they cannot be counted on either side of its ends. */
export function astride(payments: readonly Payment[], taxes: readonly TaxName[], cut: Month): Payment[] {
  return payments.filter(
    ({ tax, from, to, amount }) => taxes.includes(tax) && amount !== 0n && from < cut && to >= cut,
  );
}
