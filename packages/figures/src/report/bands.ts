import type { Figure } from "../lay-out.ts";

/** What is shown of a picture: from one height to another below its top. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** Of the page: bands as low as this fill it, and no fewer rows stand at its foot or on top of the next. */
const [leastBand, leastEnd] = [0.06, 0.2];

/**
 * The bands of a figure's rows between which a page as high as this may end, from its head down, where it is printed at this scale;
 * none where it has no rows to part.
 */
export function bandsOf({ seams, height }: Pick<Figure, "seams" | "height">, page: number, scale = 1): Band[] {
  if (seams === undefined) return [];
  const [inside, end] = [(leastBand * page) / scale, (leastEnd * page) / scale];
  const bands: Band[] = [];
  let from = seams.head;
  for (const to of seams.cuts) {
    if (to - from < (bands.length === 0 ? end : inside) || height - to < end) continue;
    bands.push({ from, to });
    from = to;
  }
  return [...bands, { from, to: height }];
}
