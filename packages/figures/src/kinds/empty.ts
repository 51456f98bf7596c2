import type { Drawing } from "../drawing.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Word } from "../words.ts";

/** What stands where there is nothing to draw: a sentence, never an empty frame. */
export function emptyDrawing(scene: Scene, word: Word = "noRows"): Drawing {
  const width = scene.width(360);
  return {
    width,
    height: 60,
    marks: [label(0, 30, scene.say(word), { size: 13, fill: scene.palette.ink3 })],
    description: scene.say(word),
    notes: [],
  };
}
