import { readFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import type { Picture } from "@conurb/figures/word";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import Tinypool from "tinypool";
import type { Face } from "./fonts.ts";
import { plainFont } from "./plain-font.ts";
import { fullPng, leanPng } from "./png.ts";
import { rasterise } from "./rasterise.ts";

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

const ready = initWasm(Tinypool.workerData as Parameters<typeof initWasm>[0]);
const fonts = new Map<string, Promise<Uint8Array>>();

/** A font is read once a thread; one with Chinese is made smaller. */
function readFont(file: string, { family, hasHan }: Face): Promise<Uint8Array> {
  const bytes = fonts.get(file) ?? readFile(file).then((whole) => (hasHan ? plainFont(whole, family) : whole));
  fonts.set(file, bytes);
  return bytes;
}

/** What one thread drew, each by its place among the drawings. */
export type Made = readonly (readonly [at: number, picture: Picture])[];

export default async function work({ drawings, next, face, into }: RasterTask): Promise<Made> {
  await ready;
  const made: [number, Picture][] = [];
  for (;;) {
    const at = Atomics.add(next, 0, 1);
    const drawing = drawings[at];
    if (drawing === undefined) return made;
    made.push([at, await pictureOf(drawing, face, into)]);
  }
}

async function pictureOf({ svg, scale, dpi }: Sized, face: RasterTask["face"], into: RasterTask["into"]) {
  const made = await rasterise(Resvg, svg, { scale, face, paths: into === "document", readFont });
  if (into === "file") return { svg, png: fullPng(made, dpi) };
  const paths = Buffer.from(shortened(made.paths));
  return {
    svg: { deflated: deflateRawSync(paths, { level: swift }), size: paths.length, crc: crc32(paths) },
    png: leanPng(made, dpi),
  };
}

/** Of the compressor: half the work of its usual one, for a tenth more bytes. */
const swift = 3;

/** Paths to a hundredth of a pixel: half as long, and no eye can tell. */
const shortened = (paths: string): string => paths.replace(/ d="[^"]*"/g, (path) => path.replace(/(\.\d\d)\d+/g, "$1"));
