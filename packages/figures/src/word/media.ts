/** Bytes that are compressed already, as an archive keeps them, with their length and checksum before. */
export interface Deflated {
  readonly deflated: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** A picture as it goes into a document: as it was drawn, and in pixels for readers that cannot show that. */
export interface Picture {
  readonly svg: string | Deflated;
  readonly png: Uint8Array;
}

/** What was drawn, to be printed so many pixels of 1/96 inch wide. */
export interface Asked {
  readonly svg: string;
  readonly width: number;
}

/** Pictures that are being made, perhaps in other threads. */
export interface Painting {
  readonly pictures: Promise<readonly Picture[]>;
}

/** Makes pictures of what was drawn, in the same order; answers once they are begun. */
export type Paint = (asked: readonly Asked[]) => Promise<Painting>;

/** What belongs where each stand-in is. */
export type Pictures = ReadonlyMap<string, Uint8Array | Deflated>;

/**
 * The pictures of a document. They are painted all at once; until then a stand-in with a name of its own keeps the place of each, and
 * the archive's finish puts the pictures where the stand-ins are.
 */
export interface Media {
  readonly count: number;
  add(svg: string, width: number, height: number): { readonly svg: Uint8Array; readonly png: Uint8Array };
  /** Answers once the pictures are begun. */
  paint(paint: Paint): Promise<{ readonly painted: Promise<Pictures> }>;
}

export function openMedia(): Media {
  const asked: Asked[] = [];
  const encoder = new TextEncoder();
  return {
    get count() {
      return asked.length;
    },
    add: (svg, width) => {
      asked.push({ svg, width });
      const [vector, pixels] = standIns(asked.length);
      return { svg: encoder.encode(vector), png: encoder.encode(pixels) };
    },
    paint: async (paint) => {
      const { pictures } = await paint(asked);
      const painted = pictures.then((all) => {
        const made = all.flatMap(({ svg, png }, at): [string, Uint8Array | Deflated][] => {
          const [vector, pixels] = standIns(at + 1);
          return [
            [vector, typeof svg === "string" ? encoder.encode(svg) : svg],
            [pixels, png],
          ];
        });
        return new Map(made);
      });
      painted.catch(() => {}); // told where it is awaited, which may be later
      return { painted };
    },
  };
}

const standIns = (at: number) => [`conurb picture ${at} svg`, `conurb picture ${at} png`] as const;
