import { readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Language } from "@conurb/core/language";
import type { Painting, Picture } from "@conurb/figures/word";
import type Tinypool from "tinypool";
import { stampOf } from "../study/unchanged.ts";
import { program } from "../version.ts";
import { type Face, findFace } from "./fonts.ts";
import type { Made, RasterTask, Sized } from "./raster-worker.ts";
import { specimen } from "./specimen.ts";

/** What the language's own typings leave out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/** Threads that make pixels of drawings. */
export interface RasterPool {
  /** Starts the threads, for drawings in this language first. */
  foresee(language: Language): void;
  /** The threads, if they were started, are at hand. */
  ready(): Promise<void>;
  /** No face with Chinese signs is installed: they are left blank. */
  lacksHan(language: Language): Promise<boolean>;
  /** What pictures in a language rest on beside their drawings: code, and a face. */
  maker(language: Language): Promise<string>;
  /** Answers once the drawings are handed out; their pictures come in their order. */
  begin(drawings: readonly Sized[], language: Language, into: RasterTask["into"]): Promise<Painting>;
  close(): Promise<void>;
}

/** About how many microseconds a drawing takes: of its pixels, its texts, which become paths, and its length. */
function workOf({ svg, scale }: Sized): number {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const texts = svg.split("<text").length - 1;
  return 0.06 * Number(width ?? 0) * Number(height ?? 0) * scale ** 2 + 100 * texts + 0.1 * svg.length;
}

/**
 * The library is compiled once for all threads, which share what is compiled. They start when they are foreseen, while the report is
 * still being laid out, or when the first drawing comes, and one draws a specimen: after that the library is three times as fast for all.
 */
export function openRasterPool(threads: number): RasterPool {
  let started: { readonly pool: Promise<Tinypool>; readonly warm: Promise<void> } | undefined;
  const faces = new Map<Language, Promise<Face | undefined>>();
  const faceFor = (language: Language): Promise<Face | undefined> => {
    const face = faces.get(language) ?? findFace(language === "zh");
    faces.set(language, face);
    return face;
  };
  const handOut = async (
    opening: Promise<Tinypool>,
    drawings: readonly Sized[],
    language: Language,
    into: RasterTask["into"],
  ): Promise<Painting> => {
    const [pool, face] = await Promise.all([opening, faceFor(language)]);
    const inTurn = [...drawings.keys()].sort((a, b) => workOf(drawings[b] as Sized) - workOf(drawings[a] as Sized));
    const next = new Int32Array(new SharedArrayBuffer(4));
    const task: RasterTask = { drawings: inTurn.map((at) => drawings[at] as Sized), next, face, into };
    const pictures: Picture[] = [];
    const painted = Array.from({ length: Math.min(threads, drawings.length) }, async () => {
      for (const [nth, made] of (await pool.run(task)) as Made) pictures[inTurn[nth] as number] = made;
    });
    return { pictures: Promise.all(painted).then(() => pictures) };
  };
  const start = (language: Language) => {
    if (started !== undefined) return started;
    const pool = openThreads(threads);
    const warm = handOut(pool, [specimen], language, "document")
      .then(({ pictures }) => pictures)
      .catch(() => {}) // what fails here fails below
      .then(() => setImmediate()); // a thread that is done has said so: one that seems busy is handed nothing
    started = { pool, warm };
    return started;
  };
  return {
    foresee: (language) => void start(language),
    ready: async () => started?.warm,
    lacksHan: async (language) => language === "zh" && (await faceFor(language))?.hasHan !== true,
    maker: async (language) => {
      const files = (await faceFor(language))?.files ?? [];
      const dates = await Promise.all(files.map(async (file) => [file, (await stat(file)).mtimeMs]));
      return JSON.stringify([program, dates, stampOf(fileURLToPath(new URL(".", import.meta.url)))]);
    },
    begin: async (drawings, language, into) => {
      const { pool, warm } = start(language);
      await warm;
      return handOut(pool, drawings, language, into);
    },
    close: async () => (await started?.pool)?.destroy(),
  };
}

async function openThreads(threads: number): Promise<Tinypool> {
  const wasm = readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const [{ default: Pool }, library] = await Promise.all([
    import("tinypool"),
    wasm.then((bytes) => WebAssembly.compile(bytes)),
  ]);
  return new Pool({
    filename: new URL("./raster-worker.js", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: library,
  });
}
