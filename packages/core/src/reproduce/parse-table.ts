import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "../contract/errors.ts";
import { type Fault, faultText, readBySchema } from "../language/schema-faults.ts";
import type { Text } from "../language/text.ts";
import { type Locate, locateIn, shown } from "../study/locate.ts";
import { yamlProblems } from "../study/yaml-reason.ts";
import { type TableFile, tableFileSchema } from "./table-schema.ts";

const largest = 2_000_000; // characters
const mostAliases = 100;

export interface ParsedTable {
  /** Absent where anything is wrong. */
  readonly table?: TableFile;
  readonly problems: readonly Problem[];
  /** Where a path of the file stands in it. */
  readonly locate: Locate;
}

/** Reads the file of a published table. Every mistake is a problem with its line; nothing is thrown. */
export function parseTable(text: string, file: string): ParsedTable {
  const refused = (problems: readonly Problem[], locate: Locate = () => ({ file })): ParsedTable => ({
    problems,
    locate,
  });
  const whole = (code: string, told: Text) => refused([{ code, text: told, place: { file } }]);
  if (text.length > largest) {
    return whole("table-too-large", {
      en: `the table has ${text.length} characters, expected at most ${largest}`,
      zh: `文件有 ${text.length} 个字符，最多 ${largest} 个`,
    });
  }
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: "error",
  });
  const locate = locateIn(document, counter, file);
  if (document.errors.length > 0) {
    return refused(yamlProblems(document.errors, counter, text, file), locate);
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return whole("yaml-aliases", { en: "the table repeats its anchors too often", zh: "文件中锚点展开过多，拒绝读取" });
  }
  const { value, faults } = readBySchema(tableFileSchema, plain);
  if (faults !== undefined)
    return refused(
      faults.map((fault) => problemOf(fault, locate)),
      locate,
    );
  const unclear = contradictions(value).map(({ path, ...problem }) => ({ ...problem, place: locate(path) }));
  return unclear.length > 0 ? refused(unclear, locate) : { table: value, problems: [], locate };
}

function problemOf(fault: Fault, locate: Locate): Problem {
  const { path, keys, hint } = fault;
  const at = path.length === 0 ? { en: "the table", zh: "文件" } : shown(path);
  return {
    code: keys === undefined ? "table-invalid" : "table-unknown-key",
    text: faultText(fault, at),
    place: locate(path),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** What the keys say together that no key says alone. */
function contradictions(table: TableFile): (Omit<Problem, "place"> & { path: readonly string[] })[] {
  const found: (Omit<Problem, "place"> & { path: readonly string[] })[] = [];
  const add = (path: readonly string[], code: string, en: string, zh: string) =>
    found.push({ path, code, text: { en, zh } });
  if ((table.data === undefined) === (table.file === undefined)) {
    add(
      [table.data === undefined ? "title" : "file"],
      "table-rows",
      "data and file: expected exactly one of them",
      "data 与 file 应恰好写其一",
    );
  }
  if (table.printed !== undefined && (table.printed.data === undefined) === (table.printed.file === undefined)) {
    add(["printed"], "table-rows", "printed: expected data or file, one of them", "printed：data 与 file 应恰好写其一");
  }
  const nothing = Object.keys(table.published).length === 0 && Object.keys(table.scalars).length === 0;
  if (table.pair === undefined && nothing) {
    add(
      ["use"],
      "table-nothing-published",
      "published is missing, expected the published columns: { COLUMN: TABLE.COLUMN of the result }",
      "缺少 published，应写明已发表的列：{ 列: 结果表.列 }",
    );
  }
  if (table.pair !== undefined && table.use !== "composite/coupling-coordination") {
    add(
      ["pair"],
      "table-pair",
      "pair is for composite/coupling-coordination alone",
      "pair 只用于 composite/coupling-coordination",
    );
  }
  return found;
}
