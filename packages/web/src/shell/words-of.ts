/** A text by its words, so that a line of Chinese ends with one; all of it where words stand apart or the browser cannot tell. */
export function wordsOf(text: string, language: string): readonly string[] {
  if (language !== "zh" || !("Segmenter" in Intl)) return [text];
  return Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(text), ({ segment }) => segment);
}
