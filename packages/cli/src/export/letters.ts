import { readFileSync } from "node:fs";
import { Blob, Font, Face as FontFace, Buffer as Line, shape } from "harfbuzzjs";
import type { Face } from "./fonts.ts";

export type Weight = "400" | "700";

/** A line of text as a face draws it, in the face's own units, of which `em` are the size of its letters. */
export interface DrawnLine {
  /** From where the line begins, on its base. */
  readonly outline: string;
  readonly width: number;
  readonly em: number;
}

export type Letters = (text: string, weight: Weight) => DrawnLine;

/** Draws lines with a face, each kept: figures say the same again and again. Signs that the face lacks are boxes. */
export function lettersOf(face: Face): Letters {
  const weights = new Map<Weight, (text: string) => DrawnLine>();
  return (text, weight) => {
    const draw = weights.get(weight) ?? openWeight(face, weight);
    weights.set(weight, draw);
    return draw(text);
  };
}

const toTheLeft = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+`;
/** A line is laid out in runs of one direction, which follow one another from left to right. */
const runs = new RegExp(String.raw`${toTheLeft}(?: ${toTheLeft})*|[^\p{Script=Arabic}\p{Script=Hebrew}]+`, "gu");

function openWeight({ family, files, hasHan }: Face, weight: Weight): (text: string) => DrawnLine {
  const [regular = "", bold = regular] = files;
  const face = faceIn(readFileSync(weight === "700" ? bold : regular), family);
  const font = new Font(face);
  const outlines = new Map<number, string>();
  const outlineOf = (glyph: number): string => {
    const outline = outlines.get(glyph) ?? relative(font.glyphToJson(glyph));
    outlines.set(glyph, outline);
    return outline;
  };
  const lines = new Map<string, DrawnLine>();
  const line = new Line();
  const draw = (text: string): DrawnLine => {
    let [outline, width] = ["", 0];
    for (const [run] of text.matchAll(runs)) {
      line.reset();
      line.addText(run);
      line.guessSegmentProperties();
      line.setLanguage(hasHan ? "zh-hans" : "en"); // not that of the machine
      shape(font, line);
      for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of line.getGlyphInfosAndPositions()) {
        const sign = outlineOf(codepoint);
        if (sign !== "") outline += `M${width + xOffset} ${-yOffset}${sign}`;
        width += xAdvance;
      }
    }
    return { outline, width, em: face.upem };
  };
  return (text) => {
    const drawn = lines.get(text) ?? draw(text);
    lines.set(text, drawn);
    return drawn;
  };
}

/** In the table of names: the family, and the family under which programs that know more than four styles list it. */
const familyNames = [1, 16];

/** Of a file that holds several faces the one of this name, the first where none has it. */
function faceIn(bytes: Buffer, family: string): FontFace {
  const blob = new Blob(bytes);
  const count = bytes.toString("latin1", 0, 4) === "ttcf" ? bytes.readUInt32BE(8) : 1;
  for (let at = 0; at < count; at += 1) {
    const face = new FontFace(blob, at);
    if (familyNames.some((name) => face.getName(name, "en") === family)) return face;
  }
  return new FontFace(blob, 0);
}

/** An outline whose steps are told from where each begins, so that it can stand anywhere; down is more, as in drawings. */
function relative(steps: ReturnType<Font["glyphToJson"]>): string {
  let [x, y, fromX, fromY] = [0, 0, 0, 0];
  let made = "";
  for (const { type, values } of steps) {
    if (type === "Z") {
      made += "z";
      [x, y] = [fromX, fromY];
      continue;
    }
    const ends = values.map((value, at) => Math.round(at % 2 === 0 ? value : -value));
    const moves = ends.map((end, at) => end - (at % 2 === 0 ? x : y));
    made += type.toLowerCase() + moves.join(" ").replaceAll(" -", "-");
    [x, y] = ends.slice(-2) as [number, number];
    if (type === "M") [fromX, fromY] = [x, y];
  }
  return made;
}
