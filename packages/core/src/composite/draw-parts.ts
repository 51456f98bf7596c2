/** A part of the draws with a seed of its own. */
export interface DrawPart {
  readonly seed: number;
  readonly draws: number;
}

/** Cuts draws into parts of one size, whatever the number of workers, so that neither parts nor their random streams depend on it. */
export function drawParts(
  draws: number,
  size: number,
  stream: (part: number) => { integer(n: number): number },
): DrawPart[] {
  return Array.from({ length: Math.ceil(draws / size) }, (_, part) => ({
    seed: stream(part).integer(2 ** 31),
    draws: Math.min(size, draws - part * size),
  }));
}
