import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Language } from "@conurb/core/language";
import type { Painting, Picture } from "@conurb/figures/word";
import { stampOf } from "../study/unchanged.ts";
import { program } from "../version.ts";
import { type Face, findFace } from "./fonts.ts";
import { openThread, type RasterThread } from "./raster-thread.ts";
import type { RasterTask, Sized } from "./raster-worker.ts";

/** Threads that make pixels of drawings. */
export interface RasterPool {
  /** Starts the threads, which load what they need while the report is still being laid out. */
  foresee(): void;
  /** Chinese signs are to be drawn, by the language or in a drawing, and no face with them is installed: they are drawn as boxes. */
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

/** The threads start when they are foreseen, or when the first drawing comes. */
export function openRasterPool(count: number): RasterPool {
  let started: readonly RasterThread[] | undefined;
  const threads = () => {
    started ??= Array.from({ length: count }, openThread);
    return started;
  };
  const faces = new Map<boolean, Promise<Face | undefined>>();
  const faceWith = (hasHan: boolean): Promise<Face | undefined> => {
    const face = faces.get(hasHan) ?? findFace(hasHan);
    faces.set(hasHan, face);
    return face;
  };
  return {
    foresee: () => void threads(),
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
        return own.length === 0
          ? []
          : threads().map(async (thread) => {
              for (const [nth, made] of await thread.draw(task)) pictures[own[nth] as number] = made;
            });
      });
      return { pictures: Promise.all(painted).then(() => pictures) };
    },
    close: async () => {
      await Promise.all((started ?? []).map((thread) => thread.close()));
    },
  };
}
