import { columnName } from "@conurb/core/expression";
import type { Text } from "@conurb/core/language";
import { parseDocument } from "yaml";
import { inFlow } from "../../../bench/edit-text.ts";
import { freeName, withChange } from "../../../offers/change.ts";
import { ranksOf } from "../../../offers/offers.ts";
import { withEntries } from "../import/declare.ts";

/** A column that is to be an indicator, and which way it counts. */
export interface Chosen {
  readonly column: string;
  readonly title?: Text;
  readonly direction: "up" | "down";
  /** What it is a side of, in the reader's words; empty where none is said. */
  readonly aspect: string;
}

export interface SetAsked {
  readonly dataset: string;
  /** None where the table knows no years. */
  readonly years: readonly number[];
  readonly chosen: readonly Chosen[];
}

export interface SetMade {
  readonly text: string;
  /** What the set and the ranking are called in the study. */
  readonly set: string;
  readonly analysis: string;
}

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

const setTitle: Text = { zh: "指标", en: "Indicators" };
const allTitle: Text = { zh: "全部指标", en: "All indicators" };
const otherTitle: Text = { zh: "其他", en: "Others" };
/** What a table of indicators calls columns of its own. */
const ownColumns = ["place", "year", "cluster", "parent", "lon", "lat"];

/** The study's text with a set of indicators made of columns, and the ranking that rests on it. Weights are left to the recipe: equal. */
export function withIndicators(text: string, asked: SetAsked): SetMade {
  const study = (parseDocument(text).toJS() ?? {}) as Parts;
  const names = (...parts: string[]) => new Set(parts.flatMap((part) => Object.keys(study[part] ?? {})));
  const set = freeName("indicators", names("datasets", "indicators", "analyses"));
  const places = (study.datasets?.[asked.dataset] as { places?: string } | undefined)?.places;
  const lines = [
    `  ${set}:`,
    `    title: ${inFlow(setTitle)}`,
    ...(places === undefined || places === "all" ? [] : [`    places: ${inFlow(places)}`]),
    ...yearLine(asked.years),
    "    aspects:",
    ...aspectLines(asked),
  ];
  const made = withChange(withEntries(text, "indicators", lines), ranksOf(set));
  const before = names("analyses");
  const after = Object.keys((parseDocument(made).toJS() as Parts).analyses ?? {});
  return { text: made, set, analysis: after.find((name) => !before.has(name)) ?? "" };
}

function yearLine(years: readonly number[]): readonly string[] {
  if (years.length === 0) return [];
  return [years.length === 1 ? `    year: ${years[0]}` : `    years: ${inFlow(years)}`];
}

function aspectLines({ dataset, chosen }: SetAsked): readonly string[] {
  const named = [...new Set(chosen.map(({ aspect }) => aspect.trim()))];
  const aspectIds = new Set<string>();
  const ids = new Set(ownColumns);
  return named.flatMap((aspect, at) => {
    const [id, title] =
      aspect !== ""
        ? [idOf(aspect, `aspect-${at + 1}`, aspectIds), aspect]
        : named.length === 1
          ? [freeName("all", aspectIds), allTitle]
          : [freeName("others", aspectIds), otherTitle];
    return [
      `      ${id}:`,
      `        title: ${inFlow(title)}`,
      "        indicators:",
      ...chosen
        .filter((each) => each.aspect.trim() === aspect)
        .map((each) => {
          const { column, title: called, direction } = each;
          const leaf = { title: shortest(called, column), expr: columnName(column, dataset), direction };
          return `          ${idOf(column, `indicator-${chosen.indexOf(each) + 1}`, ids)}: ${inFlow(leaf)}`;
        }),
    ];
  });
}

const shortest = (title: Text | undefined, column: string): Text | string =>
  title === undefined ? column : title.en === title.zh ? title.en : { zh: title.zh, en: title.en };

/** Lower-case letters, digits and hyphens, of what it is called; numbered where that has no letters of the kind. */
function idOf(called: string, otherwise: string, taken: Set<string>): string {
  const id = called
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*?\)/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return freeName(id === "" ? otherwise : id, taken);
}
