/** What follows one another down the pages: words and tables that may part anywhere, and pictures, of which most may not. Pixels of 1/96 inch. */
export interface Piece {
  /** The height of what stands there beside a picture, or of all of it. */
  readonly fixed: number;
  /** The height of the picture at its own size. */
  readonly picture?: number;
  /** The smallest scale at which it can still be read. */
  readonly least?: number;
  /** Words that may not part either, such as a short table. */
  readonly whole?: boolean;
  /** Of words that may part: so much of them stands together, as a head does with the first lines below it. */
  readonly start?: number;
  /** The picture may go on over the page, where it repeats a head of this height. */
  readonly head?: number;
  /** A table, which may stand before a picture that goes on the next page: tables are numbered apart. */
  readonly mayPrecede?: boolean;
}

/** How a picture is fitted in. */
export interface Fitting {
  /** Which of the pieces it is. */
  readonly piece: number;
  readonly scale: number;
  /** It is about to go on over the page. */
  readonly parts: boolean;
}

/** Of a page: less than this left empty is no hole. */
const hole = 0.2;

/**
 * The pieces in the order in which they stand and how the picture of each is fitted in, so that no page is left half empty because the
 * next picture is too high for it. One that is a little too high is made smaller; pictures in a row are taken together: as many as go
 * on a page at a scale that can be read share that scale. One that is much too high goes on over the page if it may; else the table
 * that follows takes the room before it.
 */
export function fitPictures(given: readonly Piece[], page: number): Fitting[] {
  const order = given.map((_, piece) => piece);
  const fittings: Fitting[] = [];
  const take = (piece: number, scale = 1, parts = false) => fittings.push({ piece, scale, parts });
  let left = page;
  for (let at = 0; at < order.length; at = fittings.length) {
    const piece = order[at] as number;
    const pieces = order.map((each) => given[each] as Piece);
    const { fixed, picture, head, whole = false, start = whole ? fixed : 0 } = pieces[at] as Piece;
    if (picture === undefined) {
      left = leftAfter(start > left ? page : left, fixed, page);
      take(piece);
      continue;
    }
    const mayStart = head !== undefined && left > hole * page;
    const here = together(pieces, at, left, page);
    const next = pieces[at + 1];
    if (here === undefined && !mayStart && left > hole * page && next?.mayPrecede && next.fixed <= left) {
      order.splice(at, 2, order[at + 1] as number, piece);
      continue;
    }
    const fit = here ?? (mayStart ? undefined : together(pieces, at, page, page));
    if (fit === undefined) {
      // higher than a page: it takes one of its own
      left =
        head === undefined
          ? leftAfter(page, fixed + picture, page)
          : leftAfter(mayStart ? left : page, fixed + picture + head, page);
      take(piece, 1, head !== undefined);
      continue;
    }
    if (fit.from === page && left < page) left = page;
    for (const each of order.slice(at, at + fit.count)) take(each, fit.scale);
    left -= fit.height;
  }
  return fittings;
}

interface Fit {
  readonly from: number;
  readonly count: number;
  readonly scale: number;
  readonly height: number;
}

/** As many pictures from here on as fill the room: the fewest that leave no hole, else the most that go. */
function together(pieces: readonly Piece[], first: number, room: number, page: number): Fit | undefined {
  let [fixed, pictures, least] = [0, 0, 0];
  let best: Fit | undefined;
  for (let at = first; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.picture === undefined) return best;
    fixed += piece.fixed;
    pictures += piece.picture;
    least = Math.max(least, piece.least ?? 1);
    const scale = Math.min(1, (room - fixed) / pictures);
    if (scale < least) return best;
    best = { from: room, count: at - first + 1, scale, height: fixed + pictures * scale };
    if (pieces[at + 1]?.picture === undefined || room - best.height < hole * page) return best;
  }
  return best;
}

/** What is left of the page on which something that may part ends. */
function leftAfter(left: number, height: number, page: number): number {
  return height <= left ? left - height : page - ((height - left) % page);
}
