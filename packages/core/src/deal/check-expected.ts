import { type Month, monthOf, monthText, yearOf } from "./month.ts";
import { isSharing, type Rule } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { existed, isInPilot, pilotAssumed, type TaxName, taxNames, taxWords } from "./taxes.ts";
import type { Path, Tell } from "./tell.ts";

/** Tax that is expected in months without it would be looked ahead as nothing: before it existed, or wholly after it had ended. */
export function checkExpected(
  { enterprises, years }: Deal,
  rules: ReadonlyMap<string, Rule>,
  tell: Tell,
  notes: Tell,
): void {
  const sharing = [...rules.values()].filter(isSharing);
  const baseOf = (tax: TaxName) =>
    Math.max(
      0,
      ...sharing
        .filter(
          ({ taxes, qualifies, cap }) => taxes.includes(tax) && (qualifies.least !== undefined || cap?.of === "base"),
        )
        .map(({ base }) => base),
    );
  for (const [name, { moves, expected }] of Object.entries(enterprises)) {
    const [{ registered, produces = registered }] = moves;
    const [moved, begun] = [monthOf(registered), monthOf(produces)];
    if (expected === undefined || moved === undefined || begun === undefined) continue;
    const path = ["enterprises", name, "expected"];
    for (const tax of taxNames) {
      const { before = 0, full = 0 } = { before: expected.before[tax], full: expected.full[tax] };
      const base = baseOf(tax);
      const january = yearOf(moved) * 12;
      const note = (when: "before" | "full", from: Month, to: Month) => {
        if (!isInPilot(tax, { from, to })) return;
        notes.add([...path, when, tax], "vat-pilot", pilotAssumed.en, pilotAssumed.zh);
      };
      if (before !== 0 && base > 0) {
        checkMonths([...path, "before", tax], tax, january - 12 * base, tell);
        note("before", january - 12 * base, january - 1);
      }
      const first = Math.max(moved, begun);
      if (full !== 0) {
        checkMonths([...path, "full", tax], tax, first, tell);
        note("full", first, first + 12 * years - 1);
      }
    }
  }
}

function checkMonths(path: Path, tax: TaxName, first: Month, tell: Tell): void {
  const { from, to } = existed(tax);
  const { en, zh } = taxWords[tax];
  if (first < from) {
    // before 2002 income tax went to the government that the enterprise belonged to
    const [alike, unlike] = tax === "income" ? [" with one local share", "统一地方分成比例的"] : ["", ""];
    tell.add(
      path,
      "tax-not-there",
      `is counted from ${monthText(first)} on, and there was no ${en}${alike} before ${monthText(from)}; expected months from then on`,
      `自 ${monthText(first)} 起计算，而 ${monthText(from)} 之前没有${unlike}${zh}，应在其后`,
      { en: "take fewer base years, or write what was paid under paid", zh: "可减少基期年数，或将实缴税额写入 paid" },
    );
  } else if (first > to)
    tell.add(
      path,
      "tax-not-there",
      `is counted from ${monthText(first)} on, and ${en} ended in ${monthText(to)}; expected nothing`,
      `自 ${monthText(first)} 起计算，而${zh}已于 ${monthText(to)} 停征，应不写`,
      { en: "write the tax that took its place", zh: "请写取代该税的税种" },
    );
}
