import { placeClass } from "./known-words.ts";

/** A figure of a page beside others of its variable and year. */
export interface PageFigure {
  readonly heads: Readonly<Record<string, string>>;
  /** What the row, or the column, is called: 北京, 合计. */
  readonly label: string;
  readonly isTotal: boolean;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  /** `NaN` where missing or refused. */
  readonly value: number;
  /** Something is there, and nobody knows whether it is below zero. */
  readonly isRefused: boolean;
}

/** A way in which a page may have meant the parts of a total. `figures` are in the order of the page. */
type Parts = (total: PageFigure, figures: readonly PageFigure[]) => readonly PageFigure[];

const single = (figures: readonly PageFigure[]) => figures.filter(({ isTotal }) => !isTotal);
const sameGroup = (one: PageFigure, other: PageFigure) =>
  one.heads["group"] === other.heads["group"] && one.heads["province"] === other.heads["province"];

/** The run of figures before a total, or behind it, to the next total. */
function run(total: PageFigure, figures: readonly PageFigure[], step: -1 | 1): readonly PageFigure[] {
  const found: PageFigure[] = [];
  for (let at = figures.indexOf(total) + step; figures[at] !== undefined; at += step) {
    if (figures[at]?.isTotal) break;
    found.push(figures[at] as PageFigure);
  }
  return step === 1 ? found : found.reverse();
}

/**
 * What a total may be the sum of, likelier readings first: its group, every row, the rows above it or below it as far as the next total,
 * the other totals, provinces alone where cities stand beside them, cities alone.
 */
export const readings: readonly Parts[] = [
  (total, figures) =>
    (total.heads["group"] ?? total.heads["province"]) === undefined
      ? []
      : single(figures).filter((each) => sameGroup(each, total)),
  (_, figures) => single(figures),
  (total, figures) => run(total, figures, -1),
  (total, figures) => run(total, figures, 1),
  (total, figures) => figures.filter((each) => each.isTotal && each.label !== total.label),
  (_, figures) => single(figures).filter(({ label }) => placeClass(label) === "province"),
  (_, figures) => single(figures).filter(({ label }) => placeClass(label) === "city"),
];
