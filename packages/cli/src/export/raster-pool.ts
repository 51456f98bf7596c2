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
import { specimenIn } from "./specimen.ts";

/** What the language's own typings leave out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/** Threads that make pixels of drawings. */
export interface RasterPool {
  /** Starts the threads, for drawings in this language first. */
  foresee(language: Language): void;
  /** The threads, if they were started, are at hand. */
  ready(): Promise<void>;
  /** Chinese signs are to be drawn, by the language or in a drawing, and no face with them is installed: they are left blank. */
  lacksHan(language: Language, drawings?: readonly Sized[]): Promise<boolean>;
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

/** Signs that Latin faces lack: a study in English may name its groups in Chinese. */
const han = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;

const needsHan = ({ svg }: Sized, language: Language): boolean => language === "zh" || han.test(svg);

/**
 * The library is compiled once for all threads, which share what is compiled. They start when they are foreseen, while the report is
 * still being laid out, or when the first drawing comes, and one draws a specimen: after that the library is three times as fast for all.
 */
export function openRasterPool(threads: number): RasterPool {
  let started: { readonly pool: Promise<Tinypool>; readonly warm: Promise<void> } | undefined;
  const faces = new Map<boolean, Promise<Face | undefined>>();
  const faceWith = (hasHan: boolean): Promise<Face | undefined> => {
    const face = faces.get(hasHan) ?? findFace(hasHan);
    faces.set(hasHan, face);
    return face;
  };
  const handOut = async (
    opening: Promise<Tinypool>,
    drawings: readonly Sized[],
    language: Language,
    into: RasterTask["into"],
  ): Promise<Painting> => {
    const pool = await opening;
    const inTurn = [...drawings.keys()].sort((a, b) => workOf(drawings[b] as Sized) - workOf(drawings[a] as Sized));
    const parts = await Promise.all(
      [true, false].map(async (hasHan) => {
        const own = inTurn.filter((at) => needsHan(drawings[at] as Sized, language) === hasHan);
        return { own, face: own.length === 0 ? undefined : await faceWith(hasHan) };
      }),
    );
    const pictures: Picture[] = [];
    const painted = parts.flatMap(({ own, face }) => {
      const next = new Int32Array(new SharedArrayBuffer(4));
      const task: RasterTask = { drawings: own.map((at) => drawings[at] as Sized), next, face, into };
      return Array.from({ length: Math.min(threads, own.length) }, async () => {
        for (const [nth, made] of (await pool.run(task)) as Made) pictures[own[nth] as number] = made;
      });
    });
    return { pictures: Promise.all(painted).then(() => pictures) };
  };
  const start = (language: Language) => {
    if (started !== undefined) return started;
    const pool = openThreads(threads);
    const warm = handOut(pool, [specimenIn(language)], language, "document")
      .then(({ pictures }) => pictures)
      .catch(() => {}) // what fails here fails below
      .then(() => setImmediate()); // a thread that is done has said so: one that seems busy is handed nothing
    started = { pool, warm };
    return started;
  };
  return {
    foresee: (language) => void start(language),
    ready: async () => started?.warm,
    lacksHan: async (language, drawings = []) =>
      (language === "zh" || drawings.some((each) => needsHan(each, language))) &&
      (await faceWith(true))?.hasHan !== true,
    maker: async (language) => {
      const both = await Promise.all([faceWith(language === "zh"), faceWith(true)]);
      const files = [...new Set(both.flatMap((face) => face?.files ?? []))];
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
