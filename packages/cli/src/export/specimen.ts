import type { Language } from "@conurb/core/language";
import type { Sized } from "./raster-worker.ts";

const shape = (at: number): string =>
  `<circle cx="${20 + 9 * at}" cy="${60 + at}" r="4" fill="#345" fill-opacity=".6"/>` +
  `<path d="M${at} 10C20 ${9 * at} 90 90 200 ${5 * at}" stroke="#222" fill="none"/><rect x="${8 * at}" width="6" height="${9 * at}"/>`;

const names: Readonly<Record<Language, string>> = { en: "Beijing", zh: "京津冀 Beijing" };

const word = (at: number, language: Language): string =>
  `<text x="${9 * at}" y="${20 + 8 * at}" font-family="sans-serif" font-size="11"${at % 2 === 0 ? "" : ' font-weight="600"'}>${names[language]} ${37 * at}%</text>`;

const each = (draw: (at: number) => string): string => Array.from({ length: 20 }, (_, at) => draw(at)).join("");

const letters = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,%()–−";
const alphabet = `<text x="9" y="9" font-size="9">${letters}</text><text x="9" y="9" font-size="9" font-weight="600">${letters}</text>`;

/** A drawing of all that figures consist of, which nobody sees; without Chinese signs in English, whose face need not have them. */
export const specimenIn = (language: Language): Sized => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">${each(shape)}${each((at) => word(at, language))}${alphabet}</svg>`,
  scale: 1,
  dpi: 96,
});
