import type { Text } from "../language/text.ts";

/** A column of another table that holds one text or number a group. */
interface PerGroup {
  readonly table: string;
  readonly group?: string;
  readonly value: string;
}

/** What each kind of picture takes. Names are those of a result's tables and columns. */
interface Kinds {
  map: {
    readonly table: string;
    readonly place: string;
    readonly value: string;
    readonly size?: string;
    /** Written on a tile in place of the value: a rank interval, say. */
    readonly low?: string;
    readonly high?: string;
    /** Outlines where the study brings them, dots up to 20 places, tiles beyond, unless said. */
    readonly form?: "outlines" | "dots" | "tiles";
    readonly cuts?: readonly number[];
    /** The place round which distance rings are drawn; the largest one unless said. */
    readonly core?: string;
  };
  ranking: {
    readonly table: string;
    readonly place: string;
    readonly score: string;
    readonly rank: string;
    readonly low: string;
    readonly high: string;
    readonly tier: string;
    readonly group?: string;
    /** Long table place x rank x share of draws. */
    readonly shares?: { readonly table: string; readonly place: string; readonly rank: string; readonly share: string };
    /** Long table place x aspect with a level each, drawn as cells beside the name. */
    readonly cells?: {
      readonly table: string;
      readonly place: string;
      readonly aspect: string;
      readonly value: string;
    };
  };
  heatmap: {
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    readonly scale: "around-one" | "sequential" | "around-zero";
    readonly cuts?: readonly number[];
    /** Rows whose codes have an order of their own, such as classes, stay in that of the table. */
    readonly rows?: "as-listed";
    /** How many cases a cell rests on, written small below its number. */
    readonly count?: string;
  };
  matrix: {
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    /** One row a place: its position after seriation and the block it falls in. */
    readonly order?: {
      readonly table: string;
      readonly place: string;
      readonly position: string;
      readonly block: string;
    };
    /** One row a block: what stands at its bracket. */
    readonly blocks?: {
      readonly table: string;
      readonly block: string;
      readonly label: string;
      readonly detail?: string;
    };
    /** A second value, drawn above the diagonal. */
    readonly upper?: string;
    readonly cuts?: readonly number[];
  };
  lorenz: {
    readonly table: string;
    readonly x: string;
    readonly y: string;
    readonly group?: string;
    readonly gini?: PerGroup;
    /** What inequality is made of, drawn as one bar under the curves: a row a part, with its share of the whole. */
    readonly parts?: { readonly table: string; readonly part: string; readonly share: string };
  };
  flow: {
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly value: string;
    readonly directed: boolean;
    /** `neighbours`: who is linked with whom, and not how strongly. */
    readonly shows?: "strength" | "neighbours";
  };
  "rank-size": {
    readonly table: string;
    readonly place: string;
    readonly size: string;
    readonly rank: string;
    readonly group?: string;
    readonly fitted?: string;
    readonly slope?: PerGroup;
  };
  bars: {
    readonly table: string;
    readonly category: string;
    readonly value: string;
    readonly group?: string;
    readonly low?: string;
    readonly high?: string;
    /** What of each bar is its own, drawn dark inside it: a first-order index inside the total one. */
    readonly inner?: string;
    /** What the bars are parts of: 1, or 100 percent. */
    readonly whole?: number;
    /** Categories at 0 are counted beneath instead of standing in rows of nothing: controls without weight. */
    readonly nothing?: "counted";
    /** Categories with an order of their own, such as years, classes or steps, stay in that of the table; else the longest comes first. */
    readonly order?: "as-listed";
  };
  trend: {
    readonly table: string;
    readonly time: string;
    readonly value: string;
    readonly series: string;
    readonly low?: string;
    readonly high?: string;
    /** Years before which the series is not comparable with what went before. */
    readonly breaks?: readonly number[];
    /** Thin lines behind each series, of what it is a mean of: the places of a club. `of` names their series. */
    readonly behind?: {
      readonly table: string;
      readonly time: string;
      readonly value: string;
      readonly line: string;
      readonly of: string;
    };
  };
  /** Effects step by step before and after: a dot with its interval, and behind it the band that holds for all at once. */
  effects: {
    readonly table: string;
    /** Steps since treatment: 0 is the first under it. */
    readonly time: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
    readonly bandLow?: string;
    readonly bandHigh?: string;
    /** Several estimators side by side. */
    readonly series?: string;
  };
  /** A treated place and its synthetic twin, and below the gap between them among those of placebos. */
  synthetic: {
    /** Long: the treated first, then the twin. */
    readonly table: string;
    readonly time: string;
    readonly value: string;
    readonly series: string;
    /** `since`: years since treatment, by which its first year is told. */
    readonly gaps: { readonly table: string; readonly time: string; readonly value: string; readonly since?: string };
    readonly placebos?: {
      readonly table: string;
      readonly time: string;
      readonly value: string;
      readonly place: string;
    };
    /** One number: p by the placebos. */
    readonly p?: { readonly table: string; readonly value: string };
  };
  /** Means along a running variable, with what was fitted on either side of a line. */
  discontinuity: {
    readonly table: string;
    readonly x: string;
    readonly y: string;
    readonly side: string;
    readonly fitted: string;
    /** Distance from the line, by which it is told where that is. */
    readonly away: string;
    /** What the fit of its side comes to at the line. */
    readonly limit?: string;
  };
  dots: {
    readonly table: string;
    readonly place: string;
    readonly value: string;
    readonly group?: string;
    readonly median?: PerGroup;
  };
  /** Industries as a network: the links that hold it together and the strong ones; then the same for each place, what it has filled. */
  "industry-space": {
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly value: string;
    /** Long table place x industry x 1 where the industry is present, else 0. */
    readonly presence: {
      readonly table: string;
      readonly place: string;
      readonly industry: string;
      readonly present: string;
    };
  };
  /** Curves over one axis: a ridge a series where there are many, lines with a band where `low` and `high` are given. */
  density: {
    readonly table: string;
    readonly x: string;
    readonly y: string;
    readonly series: string;
    readonly low?: string;
    readonly high?: string;
    /** What the curve is expected to be, dashed. */
    readonly middle?: string;
    /** Second, wider ends of the band: of the whole curve, where `low` and `high` hold at each point. */
    readonly outerLow?: string;
    readonly outerHigh?: string;
    /** A value that the curves are held against, upright among ridges: the first row of a column. */
    readonly mark?: { readonly table: string; readonly value: string };
  };
  /** The answer to whether there was an effect: in words, with its interval, and what holds it up and speaks against it. */
  verdict: {
    /** One row. */
    readonly table: string;
    /** A code with its words. */
    readonly answer: string;
    /** Words of what was to be changed. */
    readonly outcome?: string;
    readonly effect: string;
    readonly low: string;
    readonly high: string;
    /** The smallest effect that could have been seen. */
    readonly detectable?: string;
    /** Words of the estimator that would have seen it. */
    readonly detectableBy?: string;
    /** A row a reason: `for`, `against` or `decides`, what it is about, and what it says in both languages. */
    readonly grounds: {
      readonly table: string;
      readonly side: string;
      readonly rule: string;
      readonly says: string;
      /** A number that belongs to what it says, or the ends of a range. */
      readonly amount?: string;
      readonly amountTo?: string;
    };
  };
  /** Estimates of one effect in the order of their size, each with its interval: the specification curve. */
  specification: {
    readonly table: string;
    readonly name: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
    /** 1 for the one that is spoken of. */
    readonly main?: string;
    /** 1 for those that are set aside. */
    readonly aside?: string;
  };
  /** Entries on an axis of years in lanes; those without a year are counted under it. */
  timeline: {
    readonly table: string;
    readonly entry: string;
    readonly start: string;
    /** The last year that an entry may begin in, where only a span is known. */
    readonly latest?: string;
    /** The last year of an entry that ended. */
    readonly end?: string;
    readonly lane: string;
    /** What a mark's colour and shape say. */
    readonly mark: string;
    /** Codes of lanes and marks in the order that they have; others come after them. */
    readonly lanes?: readonly string[];
    readonly marks?: readonly string[];
    /** One axis each, side by side. */
    readonly panel?: string;
  };
  /** Paths of two or three shares that move each other, with the points where they rest. */
  "phase-portrait": {
    readonly table: string;
    readonly x: string;
    readonly y: string;
    /** Drawn in depth where the table has it. */
    readonly z?: string;
    /** Which path a row is of, 0 the one from where things stand; and its place along it. */
    readonly line: string;
    readonly step: string;
    /** Rest points, with the coordinates of the same names: stable, unstable, saddle, centre or undetermined. */
    readonly points: { readonly table: string; readonly point: string; readonly stability: string };
    /** A row an axis: whose share it is, and of what. */
    readonly axes: { readonly table: string; readonly axis: string; readonly place: string; readonly strategy: string };
    /** Which way things go at even spots, of two shares. */
    readonly field?: { readonly table: string; readonly dx: string; readonly dy: string };
  };
  /** Rest points along a parameter, a panel each share. */
  bifurcation: {
    readonly table: string;
    readonly parameter: string;
    readonly share: string;
    readonly panel: string;
    readonly point: string;
    readonly stability: string;
  };
  scatter: {
    readonly table: string;
    readonly place: string;
    readonly x: string;
    readonly y: string;
    readonly group?: string;
    readonly fitted?: string;
    /** A level a group, such as its weighted mean, drawn across in the group's colour. */
    readonly levels?: PerGroup;
    readonly log?: "x" | "y" | "both";
  };
}

export type ViewKind = keyof Kinds;

interface Any {
  readonly title?: Text;
  /** Keeps the rows in which these columns hold these values: one year of a panel, one group. */
  readonly where?: Readonly<Record<string, string | number>>;
}

/** One kind of picture with all that it takes. */
export type ViewOf<K extends ViewKind> = { readonly kind: K } & Any & Kinds[K];

/**
 * A picture as data: which table, which columns, which part each plays. The kinds are a closed set that the figures
 * package draws; a method picks from them and adds no drawing code.
 */
export type View = { [K in ViewKind]: ViewOf<K> }[ViewKind];
