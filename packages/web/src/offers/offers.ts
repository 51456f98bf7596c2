import type { Text } from "@conurb/core/language";
import { parse } from "yaml";
import type { Outline } from "../bench/outline.ts";
import type { Change } from "./change.ts";

/** An analysis that a screen would show. */
export interface Offer {
  readonly method: string;
  readonly title: Text;
  /** What it rests on: said where the study has nothing of the kind. */
  readonly needs: Text;
  /** The study's own figures first, then tables that come with the program. Which of them fits the cluster, its check tells. */
  readonly ways: (outline: Outline, text: string) => readonly Change[];
  /** It rests on a set of indicators, which can be made of columns. */
  readonly isOfSet?: true;
}

type Set = Outline["indicators"][number];

const ranks: Offer = {
  method: "composite/rank-uncertainty",
  title: { en: "Ranks of the places, with intervals", zh: "各地名次及其区间" },
  needs: {
    en: "A set of indicators: aspects with an expression each, made of columns of the data.",
    zh: "需要一套指标：各方面的指标由数据的列算出。",
  },
  isOfSet: true,
  ways: ({ indicators }) => indicators.filter(({ leaves }) => leaves.length > 0).map(({ name }) => ranksOf(name)),
};

/** The ranking of a set of indicators. Its recipe says nothing of its own: every default is the method's. */
export function ranksOf(set: string): Change {
  return { recipeOf: set, ...on(ranks, "ranks", { data: set, recipe: "recipe" }) };
}

const quotients: Offer = {
  method: "structure/location-quotient",
  title: { en: "Who is specialised in what", zh: "各地的专业化行业" },
  needs: {
    en: "A table of places by industries, such as jobs: a column an industry, or columns place, industry and value.",
    zh: "需要“地区 × 行业”的数据（如从业人员）：每个行业一列，或列出地区、行业、数值三列。",
  },
  ways: (_, text) => [
    ...byIndustry(text).map((name) => on(quotients, "quotients", { data: name })),
    ...[
      {
        jobs: { atlas: "china-clusters/employment", where: { year: 2019 } },
        reference: { atlas: "china-clusters/national_employment", places: "all", where: { year: 2019 } },
      },
      {
        jobs: { atlas: "britain/jobs", where: { year: 2021 } },
        reference: {
          atlas: "britain/jobs",
          places: "all",
          where: { year: 2021 },
          cube: { by: ["industry"], sum: { jobs: 1 } },
        },
      },
      ...["japan/employment", "boswash/employment"].map((atlas) => ({
        jobs: { atlas },
        reference: { atlas, reference: true },
      })),
    ].map(({ jobs, reference }) => ({
      datasets: { jobs, national_jobs: reference },
      ...on(quotients, "quotients", { data: "jobs", reference: "national_jobs" }),
    })),
  ],
};

const gravity: Offer = {
  method: "network/gravity",
  title: { en: "How strongly the places attract each other", zh: "地区间的引力联系" },
  needs: {
    en: "An indicator that says how large a place is, and places whose position is known.",
    zh: "需要一项表示地区规模的指标，且地区的位置已知。",
  },
  isOfSet: true,
  ways: ({ indicators }) =>
    indicators.flatMap((set) => {
      const mass = sizeIn(set);
      return mass === undefined ? [] : [on(gravity, "gravity", { places: lastOf(set, { mass }) })];
    }),
};

const trains: Offer = {
  method: "network/centrality",
  title: { en: "Who stands in the middle of the links", zh: "网络中心性" },
  needs: {
    en: "A table of links between places: columns from and to, and how strong each is.",
    zh: "需要地区间联系的数据：起点、终点，以及联系强度。",
  },
  ways: ({ datasets }) => [
    ...datasets.map(({ name }) => on(trains, "links", { links: name })),
    { datasets: { rail: { atlas: "china-clusters/rail_2022" } }, ...on(trains, "trains", { links: "rail" }) },
  ],
};

const disparity: Offer = {
  method: "inequality/theil",
  title: { en: "Disparity between the places", zh: "地区差距" },
  needs: {
    en: "A set with an amount, such as output or income, and the people that it is divided among.",
    zh: "需要一套指标，含总量（如产出、收入）及其对应的人口。",
  },
  isOfSet: true,
  ways: ({ indicators }) =>
    indicators.flatMap((set) => {
      const weight = peopleIn(set);
      const value = amountIn(set);
      return weight === undefined || value === undefined
        ? []
        : [on(disparity, "disparity", { data: lastOf(set, { value, weight }) })];
    }),
};

const sizes: Offer = {
  method: "hierarchy/rank-size",
  title: { en: "Rank and size of the places", zh: "位序与规模" },
  needs: {
    en: "An indicator that says how large a place is, such as its people.",
    zh: "需要一项表示地区规模的指标，如人口。",
  },
  isOfSet: true,
  ways: ({ indicators }) =>
    indicators.flatMap((set) => {
      const size = sizeIn(set);
      return size === undefined ? [] : [on(sizes, "sizes", { data: lastOf(set, { size }) })];
    }),
};

const policies: Offer = {
  method: "policy/instrument-mix",
  title: { en: "Policies by rung, mechanism and time", zh: "政策的层级、机制与时间" },
  needs: {
    en: "A register of policies: a dataset of kind: register.",
    zh: "需要政策库：以 kind: register 声明的数据。",
  },
  ways: ({ datasets }) => [
    ...datasets.map(({ name }) => on(policies, "policy-mix", { register: name })),
    {
      datasets: { policies: { atlas: "seeds-benchmarks/policies", kind: "register" } },
      ...on(policies, "policy-mix", { register: "policies" }),
    },
  ],
};

/** By screen, the most telling first. */
export const offers = {
  scoreboard: [ranks],
  formula: [ranks],
  structure: [quotients],
  network: [trains, gravity],
  disparity: [disparity, sizes],
  policy: [policies],
} as const satisfies Readonly<Record<string, readonly Offer[]>>;

export type Offering = keyof typeof offers;

function on(offer: Pick<Offer, "method" | "title">, name: string, given: Change["analyses"][string]["on"]): Change {
  return { analyses: { [name]: { title: offer.title, use: offer.method, on: given } } };
}

/** Datasets of which the study itself says where industries stand: columns of one unit may be a total and its parts. */
function byIndustry(text: string): readonly string[] {
  const { datasets = {} } = parse(text) as {
    datasets?: Readonly<Record<string, { roles?: Readonly<Record<string, unknown>> } | null>>;
  };
  return Object.entries(datasets).flatMap(([name, declared]) => {
    const { industry, value } = declared?.roles ?? {};
    return industry !== undefined || Array.isArray(value) ? [name] : [];
  });
}

/** A set's columns in roles, of its last year where it has several. */
function lastOf({ name, years }: Set, roles: Readonly<Record<string, string>>) {
  const last = years === undefined || years.length < 2 ? {} : { where: { year: Math.max(...years) } };
  return { from: name, ...last, roles };
}

function peopleIn({ leaves }: Set): string | undefined {
  return leaves.find(({ unit = "" }) => /(^| )persons?$/.test(unit) && !unit.includes(" per "))?.id;
}

/** A unit that is not stated is that of the expression, which the check looks at. */
const isTotal = ({ unit = "" }: Set["leaves"][number]): boolean => !/ per |%|percent|^1$/.test(unit);

/** The first indicator that adds up over places and counts no people. */
function amountIn(set: Set): string | undefined {
  const people = peopleIn(set);
  return set.leaves.find((leaf) => leaf.id !== people && isTotal(leaf))?.id;
}

function sizeIn(set: Set): string | undefined {
  return peopleIn(set) ?? amountIn(set);
}
