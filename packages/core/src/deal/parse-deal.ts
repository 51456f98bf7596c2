import { LineCounter, parseDocument, type YAMLParseError } from "yaml";
import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { type Fault, faultText, readBySchema } from "../language/schema-faults.ts";
import type { Text } from "../language/text.ts";
import { type Locate, locateIn, shown } from "../study/locate.ts";
import { yamlProblems } from "../study/yaml-reason.ts";
import { currencies } from "../units/money.ts";
import { keyTwice } from "./key-twice.ts";
import { type Deal, dealSchema } from "./schema.ts";
import { amountHint, writtenAmount } from "./written-amount.ts";

const largest = 2_000_000; // characters
const mostAliases = 100;

export interface ParsedDeal {
  /** Absent where anything is wrong with the form of the file. */
  readonly deal?: Deal;
  readonly problems: readonly Problem[];
  /** Where a path of the file stands in it. */
  readonly locate: Locate;
}

/** Reads a deal file. Every mistake is a problem with its line; nothing is thrown. */
export function parseDeal(text: string, file: string): ParsedDeal {
  const refused = (problems: readonly Problem[], locate: Locate = () => ({ file })): ParsedDeal => ({
    problems,
    locate,
  });
  const whole = (code: string, told: Text) => refused([{ code, text: told, place: { file } }]);
  if (text.length > largest) {
    return whole("deal-too-large", {
      en: `the deal has ${text.length} characters, expected at most ${largest}`,
      zh: `协议文件有 ${text.length} 个字符，最多 ${largest} 个`,
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
    const tell = ({ code, pos }: YAMLParseError) =>
      code === "DUPLICATE_KEY" ? keyTwice(document, pos[0], counter, file) : undefined;
    return refused(yamlProblems(document.errors, counter, text, file, tell), locate);
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return whole("yaml-aliases", { en: "the deal repeats its anchors too often", zh: "文件中锚点展开过多，拒绝读取" });
  }
  const unheard = pathOfProto(plain);
  if (unheard !== undefined) return refused([tellProto(unheard, locate)], locate);
  const { value, faults } = readBySchema(dealSchema, plain);
  if (faults === undefined) return { deal: value, problems: [], locate };
  return refused(
    faults.map((fault) => problemOf(fault, plain, locate)),
    locate,
  );
}

function problemOf(fault: Fault, deal: unknown, locate: Locate): Problem {
  const { path, keys, hint = numberHint(path, deal) } = fault;
  const at = path.length === 0 ? { en: "the deal", zh: "协议文件" } : shown(path);
  return {
    code: keys === undefined ? "deal-invalid" : "deal-unknown-key",
    text: faultText(fault, at),
    place: locate(path),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Of an amount that is written with its unit: how a deal has it. */
function numberHint(path: readonly PropertyKey[], deal: unknown): Text | undefined {
  const at = (keys: readonly PropertyKey[]): unknown =>
    keys.reduce((node, key) => (node as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], deal);
  const value = at(path);
  const amount = typeof value === "string" ? writtenAmount(value) : undefined;
  if (amount === undefined) return undefined;
  if (path[0] === "assumed" && amount.unit !== "")
    return {
      en: `write value: ${amount.number}, unit: ${amount.unit}`,
      zh: `请写 value: ${amount.number}, unit: ${amount.unit}`,
    };
  const currency = at(["currency"]);
  return amountHint(amount, currencies.find((each) => each === currency) ?? "yuan");
}

/** Where `__proto__` is a key: the schema would pass over it, and what stands there with it. */
function pathOfProto(node: unknown): PropertyKey[] | undefined {
  if (node === null || typeof node !== "object") return undefined;
  for (const [key, value] of Object.entries(node)) {
    if (key === "__proto__") return [key];
    const below = pathOfProto(value);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

function tellProto(path: readonly PropertyKey[], locate: Locate): Problem {
  return {
    code: "deal-unknown-key",
    text: message("value-wrong", {
      at: shown(path),
      found: { en: "a word of the machine", zh: "为保留字" },
      expected: message("expected-name"),
    }),
    place: locate(path),
  };
}
