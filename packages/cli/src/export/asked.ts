import { type Given, textOption } from "../command.ts";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

export const formats = ["html", "docx", "pdf"] as const;
export const tableFormats = ["xlsx", "tex", "tsv", "dta", "parquet"] as const;
export const figureFormats = ["svg", "png"] as const;

/** What a report is asked to write. */
export interface Asked {
  readonly formats: readonly (typeof formats)[number][];
  readonly tables: readonly (typeof tableFormats)[number][];
  readonly figures: readonly (typeof figureFormats)[number][];
  /** Width of a figure's file in mm; its own where left out. */
  readonly width: number | undefined;
  /** Of pixels; 600 in files, 200 beside the paths of a Word document where left out. */
  readonly dpi: number | undefined;
}

export function askedOf(given: Given): Asked {
  return {
    formats: listOf(given, "format", formats, ["html"]),
    tables: listOf(given, "tables", tableFormats, []),
    figures: listOf(given, "figures", figureFormats, ["svg"]),
    width: widthOf(textOption(given, "width")),
    dpi: dpiOf(textOption(given, "dpi")),
  };
}

function listOf<T extends string>(
  given: Given,
  option: string,
  allowed: readonly T[],
  usual: readonly T[],
): readonly T[] {
  const text = textOption(given, option);
  if (text === undefined) return usual;
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
