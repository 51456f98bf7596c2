import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Language } from "@conurb/core/language";
import type { Picture } from "@conurb/figures/word";
import { evenShares } from "./even-shares.ts";
import { type Face, findFace } from "./fonts.ts";
import type { RasterTask, Sized } from "./raster-worker.ts";
import { specimen } from "./specimen.ts";

/** What the language's own typings leave out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/** Threads that make pixels of drawings. */
export interface RasterPool {
  /** No face with Chinese signs is installed: they are left blank. */
  lacksHan(language: Language): Promise<boolean>;
  /** The pictures of the drawings, in their order. */
  paint(drawings: readonly Sized[], language: Language, into: RasterTask["into"]): Promise<Picture[]>;
  close(): Promise<void>;
}

/**
 * The library is compiled once for all threads, which share what is compiled. They start while the report is still being laid out, and
 * draw a specimen in each of its languages, for which they read the fonts: after that the library is three times as fast.
 */
export async function openRasterPool(threads: number, languages: readonly Language[]): Promise<RasterPool> {
  const wasm = readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const [{ default: Pool }, library] = await Promise.all([
    import("tinypool"),
    wasm.then((bytes) => WebAssembly.compile(bytes)),
  ]);
  const pool = new Pool({
    filename: new URL("./raster-worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: library,
  });
  const faces = new Map<Language, Promise<Face | undefined>>();
  const faceFor = (language: Language): Promise<Face | undefined> => {
    const face = faces.get(language) ?? findFace(language === "zh");
    faces.set(language, face);
    return face;
  };
  const paint: RasterPool["paint"] = async (drawings, language, into) => {
    const face = await faceFor(language);
    const shares = evenShares(
      drawings.map(({ svg }) => svg.length),
      threads,
    );
    const pictures: Picture[] = [];
    const painted = shares.map(async (share) => {
      const task: RasterTask = { drawings: share.map((at) => drawings[at] as Sized), face, into };
      for (const [nth, made] of ((await pool.run(task)) as Picture[]).entries()) pictures[share[nth] as number] = made;
    });
    await Promise.all(painted);
    return pictures;
  };
  const specimens = Array.from({ length: threads }, () => specimen);
  for (const language of languages) paint(specimens, language, "document").catch(() => {}); // what fails here fails below
  return {
    lacksHan: async (language) => language === "zh" && (await faceFor(language))?.hasHan !== true,
    paint,
    close: () => pool.destroy(),
  };
}
