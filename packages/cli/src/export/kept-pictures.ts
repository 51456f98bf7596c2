import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Language } from "@conurb/core/language";
import type { Painting, Picture } from "@conurb/figures/word";
import { writeAtomic } from "@conurb/store";
import type { Sized } from "./raster-worker.ts";

/** Where the pictures of a folder's last Word report in a language are kept. */
export const keptIn = (out: string, language: Language): string => join(out, `.pictures.${language}`);

/**
 * The pictures of these drawings: those that the last report had as well are taken from it, the rest is painted, and all are kept.
 * `maker` says what else they rest on. Losing what is kept costs seconds, never an answer.
 */
export async function paintRest(
  file: string,
  drawings: readonly Sized[],
  maker: string,
  paint: (drawings: readonly Sized[]) => Promise<Painting>,
): Promise<Painting> {
  const kept = await readKept(file);
  const keys = drawings.map(({ svg, scale, dpi }) => hashOf(JSON.stringify([maker, svg, scale, dpi])));
  const rest = drawings.filter((_, at) => !kept.has(keys[at] as string));
  if (rest.length === 0) return { pictures: Promise.resolve(keys.map((key) => kept.get(key) as Picture)) };
  const { pictures } = await paint(rest);
  return {
    pictures: pictures.then(async (made) => {
      const anew = made.values();
      const all = keys.map((key) => kept.get(key) ?? (anew.next().value as Picture));
      const held = new Map(keys.map((key, at) => [key, all[at] as Picture]));
      await writeAtomic(file, serialize(held)).catch(() => {});
      return all;
    }),
  };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What is kept; nothing where that cannot be read. */
async function readKept(file: string): Promise<ReadonlyMap<string, Picture>> {
  try {
    const held: unknown = deserialize(await readFile(file));
    return held instanceof Map ? held : new Map();
  } catch {
    return new Map();
  }
}
