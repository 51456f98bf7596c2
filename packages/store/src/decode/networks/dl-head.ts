import { refusal } from "../../refuse.ts";
import { badLine, refuseNodeCount } from "./network.ts";
import { type Word, wordsOf } from "./words.ts";

export interface DlHead {
  readonly format: string;
  readonly rows: number;
  readonly columns: number;
  readonly matrices: number;
  readonly twoMode: boolean;
  readonly diagonal: boolean;
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  readonly matrixLabels: readonly string[];
  /** Whether names of rows and columns stand among the data. */
  readonly embedded: { readonly row: boolean; readonly column: boolean };
  /** How many words, separated by blanks and commas, come before the data. */
  readonly dataFrom: number;
}

const formats = new Set(["fullmatrix", "lowerhalf", "upperhalf", "nodelist1", "nodelist2", "edgelist1", "edgelist2"]);
const sizes = new Set(["n", "nr", "nc", "nm"]);

/** Reads what comes before `data:`. Words may be parted by blanks, commas and equal signs, and come in any order. */
export function dlHead(text: string, file: string): DlHead {
  const words = wordsOf(text, ",");
  const end = words.findIndex(({ text: word, quoted }, at) => {
    if (quoted) return false;
    return /^data:$/i.test(word) || (/^data$/i.test(word) && words[at + 1]?.text === ":");
  });
  const named = words.find(({ text: word, quoted }) => !quoted && /^datafile/i.test(word));
  if (end < 0) {
    const name = named === undefined ? undefined : words[words.indexOf(named) + 1]?.text.replace(/^=/, "");
    if (name !== undefined) throw refusal("network-external", { file, name }, { file });
    throw badLine(file, words.at(-1)?.line ?? 1, words.at(-1)?.text ?? "", {
      en: "data: after the head",
      zh: "其后有 data:",
    });
  }
  const head = new HeadReader(splitSigns(words.slice(0, end)), text, file);
  return { ...head.read(), dataFrom: end + (/:$/.test((words[end] as Word).text) ? 1 : 2) };
}

/** `n=5` is three words, and `labels:` two. */
function splitSigns(words: readonly Word[]): Word[] {
  return words.flatMap((word): Word[] =>
    word.quoted ? [word] : (word.text.match(/[^=:]+|:/g) ?? []).map((text) => ({ ...word, text })),
  );
}

class HeadReader {
  readonly #words: readonly Word[];
  readonly #text: string;
  readonly #file: string;
  readonly #sizes: Record<string, number> = {};
  readonly #labels: Record<string, string[]> = {};
  readonly #embedded = { row: false, column: false };
  #format = "fullmatrix";
  #diagonal = true;
  #at = 1; // the first word is DL

  constructor(words: readonly Word[], text: string, file: string) {
    this.#words = words;
    this.#text = text;
    this.#file = file;
  }

  read(): Omit<DlHead, "dataFrom"> {
    while (this.#at < this.#words.length) this.#entry();
    const { n, nr, nc, nm } = this.#sizes;
    const rows = nr ?? n ?? Number.NaN;
    const columns = nc ?? n ?? rows;
    refuseNodeCount(rows, this.#text, this.#file);
    refuseNodeCount(columns, this.#text, this.#file);
    const matrices = nm ?? 1;
    refuseNodeCount(matrices, this.#text, this.#file);
    const rowLabels = this.#labels["row"] ?? this.#labels["both"] ?? [];
    const columnLabels = this.#labels["column"] ?? [];
    const isSame = rows === columns && rowLabels.join("\n") === columnLabels.join("\n");
    const isApart = columnLabels.length > 0 ? !isSame : n === undefined && nc !== undefined;
    const twoMode = this.#format.endsWith("2") || rows !== columns || isApart;
    return {
      format: this.#format,
      rows,
      columns,
      matrices,
      twoMode,
      diagonal: this.#diagonal,
      rowLabels,
      columnLabels,
      matrixLabels: this.#labels["matrix"] ?? [],
      embedded: this.#embedded,
    };
  }

  #next(expected: { en: string; zh: string }): Word {
    const word = this.#words[this.#at];
    const last = this.#words.at(-1) as Word;
    if (word === undefined) throw badLine(this.#file, last.line, last.text, expected);
    this.#at += 1;
    return word;
  }

  #entry(): void {
    const word = this.#next({ en: "more", zh: "更多内容" });
    const name = word.text.toLowerCase();
    if (sizes.has(name)) {
      const size = this.#next({ en: "a number after it", zh: "其后有数字" });
      this.#sizes[name] = /^\d+$/.test(size.text) ? Number(size.text) : Number.NaN;
    } else if (name === "format") {
      const format = this.#next({ en: "a format after it", zh: "其后有格式" }).text.toLowerCase();
      this.#format = format === "edgelist" || format === "nodelist" ? `${format}1` : format;
      if (!formats.has(this.#format))
        throw refusal("network-format", { file: this.#file, format }, { file: this.#file });
    } else if (name === "diagonal") {
      this.#diagonal = this.#next({ en: "present or absent", zh: "present 或 absent" }).text.toLowerCase() !== "absent";
    } else if (name === "title") this.#next({ en: "a title after it", zh: "其后有标题" });
    else if (["row", "column", "col", "matrix", "level"].includes(name)) {
      this.#next({ en: "labels after it", zh: "其后为 labels" });
      this.#labelsOf(name === "col" ? "column" : name === "level" ? "matrix" : name, word);
    } else if (name === "labels") this.#labelsOf("both", word);
    else throw badLine(this.#file, word.line, word.text, { en: "a keyword of DL", zh: "DL 关键字" });
  }

  #labelsOf(side: string, { line, text }: Word): void {
    const after = this.#words[this.#at];
    if (after?.text.toLowerCase() === "embedded") {
      this.#at += 1;
      if (this.#words[this.#at]?.text === ":") this.#at += 1;
      if (side === "both" || side === "row") this.#embedded.row = true;
      if (side === "both" || side === "column") this.#embedded.column = true;
      return;
    }
    if (after?.text === ":") this.#at += 1;
    const { n, nr, nc, nm } = this.#sizes;
    const count = { both: n ?? nr, row: nr ?? n, column: nc ?? n, matrix: nm }[side as "both"];
    if (count === undefined) throw badLine(this.#file, line, text, { en: "n= before it", zh: "其前有 n=" });
    const labels: string[] = [];
    while (labels.length < count) labels.push(this.#next({ en: `${count} labels`, zh: `${count} 个标签` }).text);
    this.#labels[side] = labels;
  }
}
