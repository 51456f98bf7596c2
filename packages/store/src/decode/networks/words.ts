export interface Word {
  readonly text: string;
  readonly line: number;
  /** It stood in quotation marks, so it is a name whatever it reads. */
  readonly quoted: boolean;
}

/** The words of a text by line, names in quotation marks whole; `separators` are passed over like blanks. */
export function wordsOf(text: string, separators = ""): Word[] {
  const pattern = new RegExp(`"([^"\\n]*)"|'([^'\\n]*)'(?=[\\s${separators}]|$)|[^\\s"${separators}]+|\\n|"`, "g");
  const words: Word[] = [];
  let line = 1;
  for (const found of text.replace(/\r\n?/g, "\n").matchAll(pattern)) {
    if (found[0] === "\n") line += 1;
    else {
      const inner = found[1] ?? found[2];
      words.push({ text: inner ?? found[0], line, quoted: inner !== undefined });
    }
  }
  return words;
}

/** Words that stand in one line of the file. */
export function byLine(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last?.[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  return lines;
}
