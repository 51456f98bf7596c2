import { readFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import type { Picture } from "@conurb/figures/word";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import Tinypool from "tinypool";
import type { Face } from "./fonts.ts";
import { fullPng, leanPng } from "./png.ts";
import { rasterise } from "./rasterise.ts";

/** One drawing for a thread: for a file of its own, or for a document that shows its paths and keeps the pixels beside. */
export interface RasterTask {
  readonly svg: string;
  readonly scale: number;
  readonly dpi: number;
  readonly face: Face | undefined;
  readonly into: "file" | "document";
}

const ready = initWasm(Tinypool.workerData as Parameters<typeof initWasm>[0]);
const fonts = new Map<string, Promise<Uint8Array>>();

/** A font is read once a thread. */
function readFont(file: string): Promise<Uint8Array> {
  const bytes = fonts.get(file) ?? readFile(file);
  fonts.set(file, bytes);
  return bytes;
}

export default async function work({ svg, scale, dpi, face, into }: RasterTask): Promise<Picture> {
  await ready;
  const made = await rasterise(Resvg, svg, { scale, face, paths: into === "document", readFont });
  if (into === "file") return { svg, png: fullPng(made, dpi) };
  const paths = Buffer.from(shortened(made.paths));
  return {
    svg: { deflated: deflateRawSync(paths), size: paths.length, crc: crc32(paths) },
    png: leanPng(made, dpi),
  };
}

/** Paths to a hundredth of a pixel: half as long, and no eye can tell. */
const shortened = (paths: string): string => paths.replace(/ d="[^"]*"/g, (path) => path.replace(/(\.\d\d)\d+/g, "$1"));
