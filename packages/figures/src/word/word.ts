export type { Deflated, Paint, Painting, Picture } from "./media.ts";
export { renderWord } from "./render-word.ts";
