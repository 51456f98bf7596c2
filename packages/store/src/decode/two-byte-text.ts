import type { Encoding } from "@conurb/core/tables";

interface TwoBytes {
  readonly encoding: Encoding;
  readonly isPair: (lead: number, trail: number) => boolean;
  /** Whether a pair is of the rows that hold punctuation and the few thousand characters that texts consist of. */
  readonly isUsual: (lead: number, trail: number) => boolean;
  /** Least share of pairs that stand right behind another: of a few letters with accents some are pairs of it by chance. */
  readonly leastJoined: number;
}

const isTrail = (byte: number): boolean => byte >= 0x40 && byte !== 0x7f && byte <= 0xfe;

const isGreek = (lead: number, trail: number): boolean => lead === 0xa6 && trail <= 0xd8;

/** From this share of usual characters on a text is in an encoding, whatever the next ones would make of it. */
const clear = 0.75;

/** In the order in which they are taken where bytes say no more: GB 2312 but its kana and rules, the first levels of Big5 and JIS. */
const candidates: readonly TwoBytes[] = [
  {
    encoding: "gb18030",
    isPair: () => true,
    isUsual: (lead, trail) =>
      trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7) || isGreek(lead, trail)),
    leastJoined: 0,
  },
  {
    encoding: "big5",
    isPair: () => true,
    isUsual: (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && isTrail(trail) && !(trail > 0x7e && trail < 0xa1),
    leastJoined: 0.25,
  },
  {
    encoding: "shift_jis",
    isPair: (lead) => lead < 0xa0 || lead > 0xdf, // between them lie katakana of one byte
    isUsual: (lead, trail) => isTrail(trail) && ((lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x98)),
    leastJoined: 0.25,
  },
];

/**
 * Which encoding of two bytes a character a text is in. Each gives a reading to nearly any bytes above ASCII, to Latin letters with
 * accents and to one another's texts too; but in its own texts most characters are of its usual rows.
 */
export class TwoByteText {
  readonly #counts = candidates.map(() => ({ usual: 0, others: 0, joined: 0 }));

  /** Counts in more of the text; no piece ends within a character. */
  add(bytes: Uint8Array): void {
    for (const [nth, { isPair, isUsual }] of candidates.entries()) {
      const count = this.#counts[nth] as { usual: number; others: number; joined: number };
      let behind = -1;
      for (let at = 0; at < bytes.length; at += 1) {
        const lead = bytes[at] as number;
        if (lead < 0x80) continue;
        const trail = bytes[at + 1] ?? 0;
        if (isUsual(lead, trail)) count.usual += 1;
        else count.others += 1;
        if (at === behind) count.joined += 1;
        if (isPair(lead, trail)) at += 1;
        behind = at + 1;
      }
    }
  }

  /** The encoding that most characters are usual in, if most are in any. */
  get encoding(): Encoding | undefined {
    let best: { encoding: Encoding; share: number } | undefined;
    for (const [nth, { encoding, leastJoined }] of candidates.entries()) {
      const { usual, others, joined } = this.#counts[nth] as { usual: number; others: number; joined: number };
      const share = usual / (usual + others);
      if (!(usual > others) || joined < leastJoined * (usual + others)) continue;
      if (best === undefined || (best.share < clear && share > best.share)) best = { encoding, share };
    }
    return best?.encoding;
  }
}
