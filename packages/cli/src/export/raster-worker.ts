import { readFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import type { Picture } from "@conurb/figures/word";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import Tinypool from "tinypool";
import type { Face } from "./fonts.ts";
import { type Learn, outlined } from "./outlined.ts";
import { plainFont } from "./plain-font.ts";
import { fullPng, leanPng } from "./png.ts";
import { rasterise } from "./rasterise.ts";
import { readSigns, type Sign, type Signs, signSheet } from "./signs.ts";

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
  if (into === "file")
    return { svg, png: fullPng(await rasterise(Resvg, svg, { scale, face, paths: false, readFont }), dpi) };
  const letters = face === undefined ? undefined : outlined(svg, await learnerOf(face));
  const made = await (letters === undefined
    ? rasterise(Resvg, svg, { scale, face, paths: true, readFont })
    : rasterise(Resvg, letters, { scale, face: undefined, paths: false, readFont }));
  const paths = Buffer.from(letters ?? shortened(made.paths));
  return {
    svg: { deflated: deflateRawSync(paths, { level: swift }), size: paths.length, crc: crc32(paths) },
    png: leanPng(made, dpi),
  };
}

const learners = new Map<string, Promise<Learn>>();

/** Signs are outlined as drawings ask for them, once a thread. */
function learnerOf(face: Face): Promise<Learn> {
  const learner = learners.get(face.family) ?? openLearner(face);
  learners.set(face.family, learner);
  return learner;
}

async function openLearner(face: Face): Promise<Learn> {
  const [regular, bold] = await Promise.all(face.files.map((file) => readFont(file, face)));
  const known = { "400": emptySigns(), "700": emptySigns() };
  return (weight, signs, pairs) => {
    const { [weight]: mine } = known;
    const lines = [
      ...[...signs].filter((sign) => !mine.of.has(sign)),
      ...[...pairs].filter((pair) => !mine.pairs.has(pair)),
    ];
    if (lines.length === 0) return mine;
    const font = (weight === "700" ? bold : undefined) ?? regular;
    if (font === undefined) return undefined;
    const sheet = new Resvg(signSheet(lines, weight), { font: { fontBuffers: [font], sansSerifFamily: face.family } });
    const learnt = readSigns(sheet.toString());
    sheet.free();
    if (learnt?.length !== lines.length) return undefined;
    for (const [nth, line] of lines.entries()) {
      const sign = learnt[nth] as Sign;
      if (signs.has(line)) mine.of.set(line, sign);
      else mine.pairs.set(line, sign.advance);
    }
    return mine;
  };
}

const emptySigns = (): Signs => ({ of: new Map(), pairs: new Map() });

/** Of the compressor: half the work of its usual one, for a tenth more bytes. */
const swift = 3;

/** Paths to a hundredth of a pixel: half as long, and no eye can tell. */
const shortened = (paths: string): string => paths.replace(/ d="[^"]*"/g, (path) => path.replace(/(\.\d\d)\d+/g, "$1"));
