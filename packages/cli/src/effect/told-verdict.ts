import { findColumn, type MethodResult, sentence, type Table, type View, type ViewOf } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { AnalysisPlan, StudyRun } from "@conurb/core/study";

/** A reason as a verdict gives it. */
export interface ToldReason {
  readonly side: string;
  readonly rule: string;
  readonly analysis: string | null;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly says: Text;
  /** What belongs to it, in the effect's unit: one number, or the ends of a range. */
  readonly amounts: readonly number[];
}

/** What became of an analysis that ends in a verdict: data for `--json`, and what is printed. */
export interface ToldVerdict {
  readonly analysis: string;
  readonly title: Text;
  readonly answer: string;
  readonly sentence: Text;
  readonly effect: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly detectable: number | null;
  readonly unit: string;
  readonly reasons: readonly ToldReason[];
  readonly estimates: readonly Readonly<Record<string, string | number | null>>[];
}

type Cell = string | number | null;

/** A verdict as its view says where it stands: nothing here knows the method. */
export function toldVerdict(
  analysis: AnalysisPlan,
  result: MethodResult,
  worded: (finding: MethodResult["findings"][number], language: "en" | "zh") => string = sentence,
): ToldVerdict {
  const views = analysis.method.views as readonly View[];
  const view = views.find((each): each is ViewOf<"verdict"> => each.kind === "verdict") as ViewOf<"verdict">;
  const curve = views.find((each): each is ViewOf<"specification"> => each.kind === "specification");
  const table = tableOf(result, view.table);
  const { grounds } = view;
  const [first] = rowsOf(table) as [Readonly<Record<string, Cell>>];
  const number = (column: string | undefined): number | null =>
    column === undefined ? null : ((first[column] ?? null) as number | null);
  const effect = findColumn(table, view.effect);
  const [finding] = result.findings;
  return {
    analysis: analysis.name,
    title: analysis.title,
    answer: String(first[view.answer]),
    sentence: finding === undefined ? analysis.title : { en: worded(finding, "en"), zh: worded(finding, "zh") },
    effect: number(view.effect),
    low: number(view.low),
    high: number(view.high),
    detectable: number(view.detectable),
    unit: effect?.kind === "number" ? effect.unit : "1",
    reasons: rowsOf(tableOf(result, grounds.table)).map((row) => ({
      side: String(row[grounds.side]),
      rule: String(row[grounds.rule]),
      analysis: row["analysis"] === "" ? null : ((row["analysis"] ?? null) as string | null),
      value: (row["value"] ?? null) as number | null,
      threshold: (row["threshold"] ?? null) as number | null,
      amounts: [grounds.amount, grounds.amountTo].flatMap((column) => {
        const amount = column === undefined ? null : row[column];
        return typeof amount === "number" ? [amount] : [];
      }),
      says: { en: String(row[`${grounds.says}_en`]), zh: String(row[`${grounds.says}_zh`]) },
    })),
    estimates: curve === undefined ? [] : rowsOf(tableOf(result, curve.table)),
  };
}

function tableOf(result: MethodResult, name: string): Table {
  return result.tables.find((table) => table.name === name) as Table;
}

function rowsOf({ rows, columns }: Table): Readonly<Record<string, Cell>>[] {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, values }) => {
        const value = values[row] ?? null;
        return [name, typeof value === "number" && Number.isNaN(value) ? null : value];
      }),
    ),
  );
}

/** The result of an analysis that has one. */
export function resultOf({ outcomes }: StudyRun, name: string): MethodResult | undefined {
  const outcome = outcomes.get(name);
  return outcome !== undefined && "result" in outcome ? outcome.result : undefined;
}
