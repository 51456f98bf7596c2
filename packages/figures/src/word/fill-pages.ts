/** What follows one another down the pages: words and tables that may part anywhere, and pictures that may not. Pixels of 1/96 inch. */
export interface Piece {
  /** The height of what stands there beside a picture, or of all of it. */
  readonly fixed: number;
  /** The height of the picture at its own size. */
  readonly picture?: number;
  /** The smallest scale at which it can still be read. */
  readonly least?: number;
  /** Words that may not part either, such as a short table. */
  readonly whole?: boolean;
}

/** Of a page: less than this left empty is no hole. */
const hole = 0.2;

/**
 * How much each piece's picture is made smaller, so that no page is left half empty because the next picture is a little too high
 * for it. Pictures in a row are taken together: as many as go on a page at a scale that can be read share that scale.
 */
export function pictureScales(pieces: readonly Piece[], page: number): number[] {
  const scales = pieces.map(() => 1);
  let left = page;
  for (let at = 0; at < pieces.length; ) {
    const { fixed, picture, whole = false } = pieces[at] as Piece;
    if (picture === undefined) {
      left = whole && fixed > left ? leftAfter(page, fixed, page) : leftAfter(left, fixed, page);
      at += 1;
      continue;
    }
    const fit = together(pieces, at, left, page) ?? together(pieces, at, page, page);
    if (fit === undefined) {
      left = leftAfter(page, fixed + picture, page); // higher than a page: it takes one of its own
      at += 1;
      continue;
    }
    if (fit.from === page && left < page) left = page;
    for (let next = at; next < at + fit.count; next += 1) scales[next] = fit.scale;
    left -= fit.height;
    at += fit.count;
  }
  return scales;
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
