import { type Alias, type Document, LineCounter, parseDocument, visit } from "yaml";
import type { Problem } from "../contract/errors.ts";
import { type MessageCode, message } from "../language/message.ts";
import { type Fault, faultText, readBySchema } from "../language/schema-faults.ts";
import { type Locate, locateIn, nodeStart, shown } from "./locate.ts";
import { type Study, studySchema } from "./schema.ts";
import { soundPart, type Unread } from "./sound-part.ts";
import { yamlProblems } from "./yaml-reason.ts";

const largest = 2_000_000; // characters: a study is written by people
const mostAliases = 100;

export interface ParsedStudy {
  /** The study without the entries that cannot be read; absent where the file is no study at all. */
  readonly study?: Study;
  readonly unread: Unread;
  readonly problems: readonly Problem[];
  /** Where a path of the study stands in the file. */
  readonly locate: Locate;
}

/** Reads a study file. Every mistake is a problem with its line; nothing is thrown. */
export function parseStudy(text: string, file: string): ParsedStudy {
  const refused = (problems: readonly Problem[], locate: Locate = () => ({ file })): ParsedStudy => ({
    unread: new Set(),
    problems,
    locate,
  });
  const whole = (code: MessageCode, values = {}, line = {}): ParsedStudy =>
    refused([{ code, text: message(code, values), place: { file, ...line } }]);
  if (text.length > largest) return whole("study-too-large", { size: text.length, largest });
  if (text.trim() === "") return whole("study-empty");
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
    const alias = multiplyingAlias(document);
    const start = nodeStart(alias);
    const line = start === undefined ? {} : { line: counter.linePos(start).line };
    return whole("yaml-aliases", { anchor: alias?.source ?? "-" }, line);
  }
  const { value, faults } = readBySchema(studySchema, plain);
  if (faults === undefined) return { study: value, unread: new Set(), problems: [], locate };
  return { ...soundPart(plain, faults), problems: faults.map((fault) => problemOf(fault, locate)), locate };
}

function problemOf(fault: Fault, locate: Locate): Problem {
  const { path, keys, hint } = fault;
  const at = path.length === 0 ? message("whole-study") : shown(path);
  return {
    code: keys === undefined ? "study-invalid" : "study-unknown-key",
    text: faultText(fault, at),
    place: locate(path),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Where anchors begin to multiply: the first alias of something that holds aliases itself, else the one too many. */
function multiplyingAlias(document: Document): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const holdsAliases = (alias: Alias) => {
    let found = false;
    visit(alias.resolve(document) ?? null, {
      Alias: () => {
        found = true;
        return visit.BREAK;
      },
    });
    return found;
  };
  return aliases.find(holdsAliases) ?? aliases[mostAliases];
}
