export type { Paint, Picture } from "./media.ts";
export { renderWord } from "./render-word.ts";
