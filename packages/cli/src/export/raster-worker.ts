import { setImmediate } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import type { Picture } from "@conurb/figures/word";
import { Resvg } from "@resvg/resvg-js";
import { deflated } from "./deflated.ts";
import type { Face } from "./fonts.ts";
import { type Letters, lettersOf } from "./letters.ts";
import { outlined } from "./outlined.ts";
import { fullPng, leanPng, type Pixels } from "./png.ts";

/** A drawing: `scale` is in pixels a pixel of it, `dpi` what the file says of that. */
export interface Sized {
  readonly svg: string;
  readonly scale: number;
  readonly dpi: number;
}

/** Drawings for several threads: each for a file of its own, or all for a document that shows their paths and keeps the pixels beside. */
export interface RasterTask {
  readonly drawings: readonly Sized[];
  /** In memory that the threads share: which is to be drawn next. The thread that hands out is busy and has no time to say so. */
  readonly next: Int32Array;
  readonly face: Face | undefined;
  readonly into: "file" | "document";
}

/** What one thread drew, each by its place among the drawings. */
export type Made = readonly (readonly [at: number, picture: Picture])[];

let done = Promise.resolve();
parentPort?.on("message", (task: RasterTask) => {
  done = done.then(() => work(task)).then((made) => parentPort?.postMessage(made));
});

async function work({ drawings, next, face, into }: RasterTask): Promise<Made> {
  const made: [number, Picture][] = [];
  for (;;) {
    const at = Atomics.add(next, 0, 1);
    const drawing = drawings[at];
    if (drawing === undefined) return made;
    made.push([at, pictureOf(drawing, face, into)]);
    await setImmediate(); // only now the library lets go of pixels that nobody holds
  }
}

/** Without a face the text stays, for the reader's program to draw. */
function pictureOf({ svg, scale, dpi }: Sized, face: Face | undefined, into: RasterTask["into"]): Picture {
  const drawn = face === undefined ? svg : outlined(svg, openLetters(face));
  const pixels = pixelsOf(drawn, scale);
  if (into === "file") return { svg, png: fullPng(pixels, dpi) };
  return { svg: deflated(Buffer.from(drawn)), png: leanPng(pixels, dpi) };
}

function pixelsOf(svg: string, scale: number): Pixels {
  const font = { loadSystemFonts: false };
  const image = new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale }, background: "white" }).render();
  return { width: image.width, height: image.height, rgba: image.pixels };
}

const letters = new Map<string, Letters>();

/** A face is opened once a thread. */
function openLetters(face: Face): Letters {
  const opened = letters.get(face.family) ?? lettersOf(face);
  letters.set(face.family, opened);
  return opened;
}
