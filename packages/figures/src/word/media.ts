import type { TextRun } from "docx";
import { type Drawings, openDrawings, type Placed } from "./drawings.ts";

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

/** What a document takes from where it is made: pixels, and a compressor, which in Node is ten times as fast as one written in its language. */
export interface WordTools {
  readonly paint: Paint;
  readonly deflate: (bytes: Uint8Array) => Deflated;
}

/** The pictures of a document: they are painted all at once, and put into its archive when it is finished. */
export interface Media extends Pick<Drawings, "fill"> {
  /** How many there are. */
  readonly count: number;
  /** Of what is shown twice, such as strip by strip, one picture is made. */
  add(svg: string, placed: Placed): TextRun;
  /** Answers once the pictures are begun. */
  paint(paint: Paint): Promise<{ readonly painted: Promise<readonly Picture[]> }>;
}

export function openMedia(): Media {
  const asked: Asked[] = [];
  const drawings = openDrawings();
  return {
    get count() {
      return asked.length;
    },
    fill: drawings.fill,
    add: (svg, placed) => {
      const { width } = placed;
      const at = asked.findIndex((each) => each.svg === svg && each.width === width);
      return drawings.add(at < 0 ? asked.push({ svg, width }) : at + 1, placed);
    },
    paint: async (paint) => {
      const { pictures } = await paint(asked);
      pictures.catch(() => {}); // told where it is awaited, which may be later
      return { painted: pictures };
    },
  };
}
