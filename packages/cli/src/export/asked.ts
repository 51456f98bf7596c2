import type { Study } from "@conurb/core/study";
import { type Given, textOption } from "../command.ts";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

const reportFormats: readonly ReportFormat[] = ["html", "docx", "pdf"];
export const tableFormats = ["xlsx", "tex", "tsv", "dta", "parquet"] as const;
export const figureFormats = ["svg", "png"] as const;

export type ReportFormat = NonNullable<Study["report"]["formats"]>[number];

/** What a report is asked to write. */
export interface Asked {
  /** Those that the study names where left out, and html where it names none. */
  readonly formats: readonly ReportFormat[] | undefined;
  readonly tables: readonly (typeof tableFormats)[number][];
  readonly figures: readonly (typeof figureFormats)[number][];
  /** Width of a figure's file in mm; its own where left out. */
  readonly width: number | undefined;
  /** Of pixels; 600 in files, 200 beside the paths of a Word document where left out. */
  readonly dpi: number | undefined;
}

export function askedOf(given: Given): Asked {
  return {
    formats: listOf(given, "format", reportFormats),
    tables: listOf(given, "tables", tableFormats) ?? [],
    figures: listOf(given, "figures", figureFormats) ?? ["svg"],
    width: widthOf(textOption(given, "width")),
    dpi: dpiOf(textOption(given, "dpi")),
  };
}

/** The values of an option that takes several, in the order in which they are allowed. */
export function listOf<T extends string>(
  given: Given,
  option: string,
  allowed: readonly T[],
): readonly T[] | undefined {
  const text = textOption(given, option);
  if (text === undefined) return undefined;
  const asked = text.split(/[,，]/).map((each) => each.trim().toLowerCase());
  for (const value of asked) {
    if (!(allowed as readonly string[]).includes(value)) {
      throw new UsageError(say("usage-format", { option, value, allowed: allowed.join(", ") }));
    }
  }
  return allowed.filter((each) => asked.includes(each));
}

const perUnit: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4 };

function widthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number, unit = "mm"] = /^(\d+(?:\.\d+)?)\s*(mm|cm|in)?$/.exec(text.trim()) ?? [];
  const width = Number(number) * (perUnit[unit] as number);
  if (width >= 20 && width <= 1000) return width;
  throw new UsageError(say("usage-width", { value: text }));
}

function dpiOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const dpi = Number(text);
  if (Number.isInteger(dpi) && dpi >= 72 && dpi <= 1200) return dpi;
  throw new UsageError(say("usage-dpi", { value: text }));
}
