import type { Table } from "../contract/table.ts";
import { type Expression, partsOf, variablesOf } from "../expression/expression.ts";
import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { Lacking } from "./data.ts";
import type { Indicator } from "./indicators.ts";
import { roleColumn } from "./places.ts";
import type { IndicatorSet } from "./schema.ts";

/** Of a set of indicators of which none has a figure: why, for each dataset that it reads, and how to mend it. */
export function nothingThere(
  name: string,
  set: IndicatorSet,
  indicators: readonly Indicator[],
  tablesOf: (expression: Expression) => readonly (readonly [string, Table])[],
): Lacking {
  const absent = indicators.flatMap(({ lacking }) => lacking?.text ?? []);
  const read = indicators.filter(({ lacking }) => lacking === undefined);
  const reasons = [
    ...absent,
    ...read.flatMap((indicator) => reasonsOf(indicator, set, tablesOf(indicator.expression))),
  ];
  const distinct = [...new Map(reasons.map((text) => [text.en, text])).values()];
  const joined = (language: "en" | "zh") =>
    distinct.map((text) => text[language]).join(language === "zh" ? "；" : "; ");
  return new Lacking(
    message("indicators-empty", { name, reasons: { en: joined("en"), zh: joined("zh") } }),
    read.length === 0 ? undefined : message("indicators-empty-hint", { name }),
  );
}

function reasonsOf(
  { expression, problems }: Indicator,
  { year, years = year === undefined ? [] : [year] }: IndicatorSet,
  tables: readonly (readonly [string, Table])[],
): Text[] {
  if (problems.length > 0) return problems.map(({ text }) => text);
  const asked = listed(years);
  return tables.map(([dataset, table]) => {
    const columns = listed(variablesOf(expression).filter((variable) => /^\w+/.exec(variable)?.[0] === dataset));
    const own = yearsOf(table);
    if (own !== undefined && !years.some((each) => own.includes(each)))
      return message("indicators-empty-years", { dataset, has: spanOf(own), asked });
    if (!asksYears(expression)) return message("indicators-empty-gaps", { dataset, columns });
    return own === undefined
      ? message("indicators-empty-yearless", { dataset, columns })
      : message("indicators-empty-lag", { dataset, has: spanOf(own), columns });
  });
}

const listed = (parts: readonly (string | number)[]): Text => ({ en: parts.join(", "), zh: parts.join("、") });
const spanOf = (years: readonly number[]): Text =>
  years.length > 2 ? same(`${years[0]}–${years.at(-1)}`) : listed(years);

function yearsOf(table: Table): number[] | undefined {
  const column = roleColumn(table, "year");
  if (column === undefined) return undefined;
  return [...new Set(Array.from(column.values, Number))].sort((a, b) => a - b);
}

/** Whether it reads figures of other years than the row's. */
function asksYears(expression: Expression): boolean {
  const isAsked = expression.kind === "call" && (expression.name === "lag" || expression.name === "at");
  return isAsked || partsOf(expression).some(asksYears);
}
