import { refusal } from "../../refuse.ts";
import { decodeText } from "../encoding.ts";
import type { DecodeOptions, FileData } from "../file-data.ts";
import { type DlHead, dlHead } from "./dl-head.ts";
import { badLine, figure, type Link, type NetworkNode, networkData, type Relation } from "./network.ts";
import { byLine, type Word, wordsOf } from "./words.ts";

/**
 * Bytes of a UCINET DL file: full and half matrices, node lists and edge lists, of one kind of nodes or two, one matrix or
 * several, labels in the head or embedded. A half matrix has no direction; a cell that reads `na` or `.` is no pair.
 */
export async function decodeDl(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<FileData> {
  const { text, encoding } = decodeText(bytes, file, options.encoding);
  const plain = text.replace(/^\ufeff/, "");
  const head = dlHead(plain, file);
  const words = wordsOf(plain, ",").slice(head.dataFrom);
  const names = new DlNames(head, file);
  const isMatrix = /matrix|half/.test(head.format);
  const matrices = isMatrix ? matrixLinks(words, head, names, file) : listLinks(words, head, names, file);
  const relations = matrices.map(
    (links, at): Relation => ({
      name: head.matrixLabels[at] ?? (matrices.length > 1 ? String(at + 1) : undefined),
      directed: !head.format.endsWith("half"),
      links,
    }),
  );
  const network = { nodes: names.nodes(), relations, notes: [], ...(head.twoMode ? { firstKind: head.rows } : {}) };
  return networkData(network, bytes, file, encoding);
}

/** Nodes by their number, or by the names that stand among the data, in the order of their coming. */
class DlNames {
  readonly #head: DlHead;
  readonly #file: string;
  readonly #rows: string[];
  readonly #columns: string[];
  readonly #places: readonly [Map<string, number>, Map<string, number>];

  constructor(head: DlHead, file: string) {
    this.#head = head;
    this.#file = file;
    this.#rows = [...head.rowLabels];
    this.#columns = head.twoMode ? [...head.columnLabels] : this.#rows;
    const rows = new Map(this.#rows.map((name, at) => [name, at]));
    this.#places = [rows, head.twoMode ? new Map(this.#columns.map((name, at) => [name, at])) : rows];
  }

  /** The node that a word among the links means. */
  find(word: Word, side: "row" | "column"): number {
    const { twoMode, rows, columns, embedded } = this.#head;
    const shift = twoMode && side === "column" ? rows : 0;
    const most = side === "row" ? rows : columns;
    const isNumber = /^\d+$/.test(word.text) && Number(word.text) >= 1 && Number(word.text) <= most;
    if (!embedded[side]) {
      if (isNumber) return Number(word.text) - 1 + shift;
      const known = this.#places[side === "row" ? 0 : 1].get(word.text);
      if (known !== undefined) return known + shift;
      throw refusal(
        "network-node",
        { file: this.#file, line: word.line, node: word.text.slice(0, 60), n: most },
        { file: this.#file, row: word.line },
      );
    }
    return this.add(word, side) + shift;
  }

  add({ text, line }: Word, side: "row" | "column"): number {
    const names = side === "row" ? this.#rows : this.#columns;
    const places = this.#places[side === "row" ? 0 : 1];
    const known = places.get(text);
    if (known !== undefined) return known;
    const most = side === "row" ? this.#head.rows : this.#head.columns;
    if (names.length >= most) {
      throw badLine(this.#file, line, text, { en: `at most ${most} names`, zh: `至多 ${most} 个名称` });
    }
    places.set(text, names.length);
    return names.push(text) - 1;
  }

  nodes(): NetworkNode[] {
    const { rows, columns, twoMode } = this.#head;
    const named = (names: readonly string[], count: number, before: string) =>
      Array.from({ length: count }, (_, at) => ({ name: names[at] ?? `${before}${at + 1}` }));
    if (!twoMode) return named(this.#rows, rows, "");
    return [...named(this.#rows, rows, "r"), ...named(this.#columns, columns, "c")];
  }
}

const isGap = ({ text }: Word): boolean => /^(na|\.)$/i.test(text);

function matrixLinks(words: readonly Word[], head: DlHead, names: DlNames, file: string): Link[][] {
  const { rows, columns, matrices, embedded, diagonal, format, twoMode } = head;
  const least = format.endsWith("half") ? (rows * (rows - 1)) / 2 : rows * (columns - 1);
  if (matrices * least > words.length) {
    throw refusal(
      "network-cells",
      { file, found: words.length, expected: `${matrices} x ${rows} x ${columns}` },
      { file },
    );
  }
  let at = 0;
  const next = (): Word => {
    const word = words[at];
    if (word === undefined) {
      throw refusal(
        "network-cells",
        { file, found: words.length, expected: `${matrices} x ${rows} x ${columns}` },
        { file },
      );
    }
    at += 1;
    return word;
  };
  const result = Array.from({ length: matrices }, () => {
    const links: Link[] = [];
    const order = Array.from({ length: columns }, (_, column) =>
      embedded.column ? names.add(next(), "column") : column,
    );
    for (let row = 0; row < rows; row += 1) {
      const from = embedded.row ? names.add(next(), "row") : row;
      const begin = format === "upperhalf" ? row : 0;
      const end = format === "lowerhalf" ? row + 1 : columns;
      for (let column = begin; column < end; column += 1) {
        if (!diagonal && column === row) continue;
        const word = next();
        const value = figure(word.text);
        if (value === undefined && !isGap(word))
          throw badLine(file, word.line, word.text, { en: "a number", zh: "数字" });
        const to = (order[column] as number) + (twoMode ? rows : 0);
        if (value !== undefined) links.push({ from, to, value, line: word.line });
      }
    }
    return links;
  });
  const over = words[at];
  if (over === undefined) return result;
  throw refusal("network-cells", { file, found: words.length, expected: at }, { file, row: over.line });
}

function listLinks(words: readonly Word[], { format, matrices }: DlHead, names: DlNames, file: string): Link[][] {
  const result: Link[][] = [[]];
  for (const line of byLine(words)) {
    const [first, ...rest] = line as [Word, ...Word[]];
    if (first.text === "!" && rest.length === 0) {
      result.push([]);
      continue;
    }
    const links = result.at(-1) as Link[];
    if (result.length > matrices) {
      const expected = { en: `as many parts as nm says, ${matrices}`, zh: `与 nm 一致的 ${matrices} 个部分` };
      throw badLine(file, first.line, line.map(({ text }) => text).join(" "), expected);
    }
    const from = names.find(first, "row");
    if (format.startsWith("nodelist")) {
      for (const word of rest) links.push({ from, to: names.find(word, "column"), value: 1, line: first.line });
      continue;
    }
    const [to, strength, ...more] = rest;
    const value = strength === undefined ? 1 : figure(strength.text);
    if (to === undefined || value === undefined || more.length > 0) {
      const expected = { en: "two nodes and a number", zh: "两个节点和一个数字" };
      throw badLine(file, first.line, line.map(({ text }) => text).join(" "), expected);
    }
    links.push({ from, to: names.find(to, "column"), value, line: first.line });
  }
  return result.slice(0, matrices); // an end may be marked too
}
