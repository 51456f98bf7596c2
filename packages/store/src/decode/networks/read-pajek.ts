import type { Problem } from "@conurb/core/contract";
import { problem, refusal } from "../../refuse.ts";
import { decodeText } from "../encoding.ts";
import type { DecodeOptions, FileData } from "../file-data.ts";
import { badLine, figure, type Link, type NetworkNode, networkData, refuseNodeCount } from "./network.ts";
import { byLine, type Word, wordsOf } from "./words.ts";

interface Draft {
  readonly name: string | undefined;
  readonly directed: boolean;
  readonly links: Link[];
}

const aNode = { en: "the number of a node", zh: "节点编号" };
const aValue = { en: "a number", zh: "数字" };

/**
 * Bytes of a Pajek network: `*Vertices` with names and coordinates, `*Arcs` and `*Edges` with values (1 if none), their lists,
 * and `*Matrix`, each by relation. Colours, shapes and times of nodes and links are left and counted, as are other parts.
 */
export async function decodePajek(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<FileData> {
  const { text, encoding } = decodeText(bytes, file, options.encoding);
  const plain = text.replace(/^\ufeff/, "").replace(/^[ \t]*%.*$/gm, "");
  const reader = new PajekReader(plain, file);
  for (const words of byLine(wordsOf(plain))) reader.read(words);
  return networkData(reader.network(), bytes, file, encoding);
}

type Section = "vertices" | "pairs" | "list" | "matrix" | "other";

class PajekReader {
  readonly #text: string;
  readonly #file: string;
  readonly #nodes = new Map<number, NetworkNode>();
  readonly #drafts = new Map<string, Draft>();
  readonly #left = { vertices: 0, links: 0, other: 0 };
  #count = 0;
  #firstKind: number | undefined;
  #section: Section = "other";
  #draft: Draft | undefined;
  #matrixRow = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  read(words: readonly Word[]): void {
    const [first] = words as [Word];
    if (first.text.startsWith("*") && !first.quoted) this.#head(words);
    else if (this.#section === "vertices") this.#vertex(words);
    else if (this.#section === "pairs") this.#pair(words);
    else if (this.#section === "list") this.#list(words);
    else if (this.#section === "matrix") this.#row(words);
    else this.#left.other += 1;
  }

  #head(words: readonly Word[]): void {
    const [{ text, line }, ...rest] = words as [Word, ...Word[]];
    this.#closeMatrix(line);
    const name = text.slice(1).toLowerCase();
    if (name === "vertices") {
      if (this.#count > 0) throw badLine(this.#file, line, text, { en: "one network", zh: "单个网络" });
      const [count, first] = rest.map((word) => Number(word.text));
      refuseNodeCount(count ?? Number.NaN, this.#text, this.#file);
      this.#count = count as number;
      this.#firstKind = first !== undefined && first > 0 && first < this.#count ? first : undefined;
      this.#section = "vertices";
      return;
    }
    const kind = { arcs: "pairs", edges: "pairs", arcslist: "list", edgeslist: "list", matrix: "matrix" } as const;
    this.#section = Object.hasOwn(kind, name) ? kind[name as keyof typeof kind] : "other";
    if (this.#section === "other") {
      if (name !== "network") this.#left.other += 1;
      return;
    }
    if (this.#count === 0) throw badLine(this.#file, line, text, { en: "*Vertices before it", zh: "其前有 *Vertices" });
    const number = rest.find((word) => word.text.startsWith(":"))?.text.slice(1) ?? "";
    const label = rest.find((word) => !word.text.startsWith(":"))?.text;
    this.#draft = this.#draftOf(number, !name.startsWith("edges"), label);
    this.#matrixRow = 0;
  }

  #draftOf(number: string, directed: boolean, label?: string): Draft {
    const key = `${number} ${directed}`;
    const known = this.#drafts.get(key);
    if (known !== undefined) return known;
    const name = label ?? (number === "" ? undefined : number);
    const made = { name, directed, links: [] };
    this.#drafts.set(key, made);
    return made;
  }

  #vertex(words: readonly Word[]): void {
    const [id, name, ...rest] = words as [Word, Word?, ...Word[]];
    const at = this.#node(id);
    if (this.#nodes.has(at)) throw this.#bad(words, { en: "each node once", zh: "每个节点只出现一次" });
    const after = rest.findIndex((word) => word.quoted || figure(word.text) === undefined);
    const place = rest
      .slice(0, after < 0 ? rest.length : after)
      .slice(0, 3)
      .map(({ text }) => text);
    if (place.length < rest.length) this.#left.vertices += 1;
    this.#nodes.set(at, { name: name?.text ?? id.text, ...(place.length === 0 ? {} : { place }) });
  }

  #pair(words: readonly Word[]): void {
    let draft = this.#draft as Draft;
    const relation = /^(\d+):$/.exec((words[0] as Word).text)?.[1];
    if (relation !== undefined) draft = this.#draftOf(relation, draft.directed);
    const [from, to, value, ...rest] = words.slice(relation === undefined ? 0 : 1);
    if (from === undefined || to === undefined) throw this.#bad(words, aNode);
    const isPlain = value !== undefined && !value.quoted && /^[-+.\d]/.test(value.text);
    const strength = isPlain ? figure(value.text) : 1;
    if (strength === undefined) throw this.#bad(words, aValue);
    if (rest.length > 0 || (value !== undefined && !isPlain)) this.#left.links += 1;
    draft.links.push({ from: this.#node(from), to: this.#node(to), value: strength, line: from.line });
  }

  #list(words: readonly Word[]): void {
    const [from, ...rest] = words as [Word, ...Word[]];
    for (const to of rest) {
      const link = { from: this.#node(from), to: this.#node(to), value: 1, line: from.line };
      (this.#draft as Draft).links.push(link);
    }
  }

  /** A matrix has a row for each node, or for each of the first kind. */
  get #matrixRows(): number {
    return this.#firstKind ?? this.#count;
  }

  #closeMatrix(line: number): void {
    if (this.#section !== "matrix" || this.#matrixRow === this.#matrixRows) return;
    const values = { file: this.#file, found: this.#matrixRow, expected: this.#matrixRows };
    throw refusal("network-rows", values, { file: this.#file, row: line });
  }

  #row(words: readonly Word[]): void {
    const rows = this.#matrixRows;
    const columns = this.#firstKind === undefined ? this.#count : this.#count - this.#firstKind;
    if (this.#matrixRow >= rows || words.length !== columns) {
      const values = { file: this.#file, found: words.length, expected: this.#matrixRow >= rows ? 0 : columns };
      throw refusal("network-cells", values, { file: this.#file, row: (words[0] as Word).line });
    }
    for (const [at, word] of words.entries()) {
      const value = figure(word.text);
      if (value === undefined) throw this.#bad([word], aValue);
      const link = { from: this.#matrixRow, to: at + (this.#firstKind ?? 0), value, line: word.line };
      (this.#draft as Draft).links.push(link);
    }
    this.#matrixRow += 1;
  }

  #node({ text, line }: Word): number {
    const id = Number(text);
    if (/^\d+$/.test(text) && id >= 1 && id <= this.#count) return id - 1;
    throw refusal(
      "network-node",
      { file: this.#file, line, node: text.slice(0, 60), n: this.#count },
      { file: this.#file, row: line },
    );
  }

  #bad(words: readonly Word[], expected: { en: string; zh: string }) {
    const shown = words.map(({ text }) => text).join(" ");
    return badLine(this.#file, (words[0] as Word).line, shown, expected);
  }

  network() {
    const file = this.#file;
    this.#closeMatrix(this.#text.split(/\r\n?|\n/).length);
    const nodes = Array.from({ length: this.#count }, (_, at) => this.#nodes.get(at) ?? { name: String(at + 1) });
    const notes: Problem[] = [];
    const left = (count: number, en: string, zh: string) => {
      if (count > 0) notes.push(problem("network-left", { file, count, what: { en, zh } }, { file }));
    };
    left(this.#left.vertices, "shapes, colours and times of nodes", "节点的形状、颜色和时间");
    left(this.#left.links, "widths, colours, names and times of links", "联系的线宽、颜色、名称和时间");
    left(this.#left.other, "partitions, vectors and other parts", "分区、向量等其他部分");
    const firstKind = this.#firstKind === undefined ? {} : { firstKind: this.#firstKind };
    return { nodes, relations: [...this.#drafts.values()], notes, ...firstKind };
  }
}
