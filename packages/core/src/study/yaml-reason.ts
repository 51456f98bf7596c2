import type { ErrorCode, LineCounter, YAMLParseError } from "yaml";
import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";

/** Every mistake that the YAML library knows, in our words. */
const reasons: Readonly<Record<ErrorCode, Text>> = {
  BAD_INDENT: {
    en: "the entries of one map must begin in the same column",
    zh: "同一层级的条目必须左对齐（缩进一致）",
  },
  TAB_AS_INDENT: { en: "tabs cannot indent: use spaces", zh: "缩进不能用制表符，请用空格" },
  BLOCK_IN_FLOW: {
    en: "an entry on its own line stands inside { } or [ ]",
    zh: "花括号或方括号内部不能另起一行写条目",
  },
  BAD_COLLECTION_TYPE: {
    en: "a list stands where a map is expected, or the other way round",
    zh: "此处列表与键值对混用",
  },
  DUPLICATE_KEY: { en: "this key stands here twice", zh: "此键重复出现" },
  MISSING_CHAR: {
    en: "a bracket, quote, comma or space after a colon is missing",
    zh: "缺少括号、引号、逗号，或冒号后的空格",
  },
  MULTILINE_IMPLICIT_KEY: {
    en: "a key runs over the end of its line: is a colon missing?",
    zh: "键未在本行结束：是否漏了冒号？",
  },
  UNEXPECTED_TOKEN: { en: "this cannot stand here", zh: "此处出现了不应有的内容" },
  BAD_SCALAR_START: { en: "a text that begins like this needs quotation marks", zh: "以该字符开头的文字需加引号" },
  KEY_OVER_1024_CHARS: { en: "a key has more than 1,024 characters", zh: "键超过 1024 个字符" },
  RESOURCE_EXHAUSTION: { en: "too deeply nested", zh: "嵌套过深" },
  BAD_ALIAS: { en: "this alias names no anchor", zh: "此别名没有对应的锚点" },
  ALIAS_PROPS: { en: "an alias can have no anchor or tag of its own", zh: "别名不能再带锚点或标签" },
  BAD_DIRECTIVE: { en: "this directive (%) is not known", zh: "无法识别的指令（%）" },
  BAD_DQ_ESCAPE: { en: "this escape (\\) is not known within double quotes", zh: "双引号内的转义（\\）无法识别" },
  BAD_PROP_ORDER: { en: "anchors and tags stand before the value", zh: "锚点和标签应写在取值之前" },
  BLOCK_AS_IMPLICIT_KEY: { en: "a key and its value nest on one line", zh: "同一行内嵌套了键值对" },
  IMPOSSIBLE: { en: "this cannot be read", zh: "无法读取此处内容" },
  MULTIPLE_ANCHORS: { en: "a value can have one anchor", zh: "一个取值只能有一个锚点" },
  MULTIPLE_DOCS: { en: "a file holds one study: no --- within it", zh: "一个文件只含一份研究：中间不能有 ---" },
  MULTIPLE_TAGS: { en: "a value can have one tag", zh: "一个取值只能有一个标签" },
  NON_STRING_KEY: { en: "a key must be a text", zh: "键必须是文字" },
  TAG_RESOLVE_FAILED: { en: "this tag (!) is not known", zh: "无法识别的标签（!）" },
};

/** Mistakes after which the library still knows where each entry ends. */
const standsAlone: ReadonlySet<ErrorCode> = new Set([
  "DUPLICATE_KEY",
  "BAD_ALIAS",
  "BAD_DQ_ESCAPE",
  "NON_STRING_KEY",
  "TAG_RESOLVE_FAILED",
]);

/**
 * The mistakes of a file with their lines: the first that breaks its structure ends them, for all that follow come of it.
 * `tell` says what a kind of file has to say of a mistake itself.
 */
export function yamlProblems(
  errors: readonly YAMLParseError[],
  counter: LineCounter,
  text: string,
  file: string,
  tell: (error: YAMLParseError) => Problem | undefined = () => undefined,
): Problem[] {
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const broken = inOrder.findIndex(({ code }) => !standsAlone.has(code));
  const lines = text.split("\n");
  return inOrder.slice(0, broken < 0 ? inOrder.length : broken + 1).map((error): Problem => {
    const own = tell(error);
    if (own !== undefined) return own;
    const { line, col } = counter.linePos(error.pos[0]);
    const { hint, ...reason } = yamlReason(error.code, lines[line - 1] ?? "");
    const said = message("yaml-syntax", { reason, column: col });
    return { code: "yaml-syntax", text: said, place: { file, line }, ...(hint === undefined ? {} : { hint }) };
  });
}

/** A mistake of YAML in both languages, with a hint where the line holds what most often causes it. */
function yamlReason(code: ErrorCode, line: string): Text & { readonly hint?: Text } {
  const reason = reasons[code];
  if (/[，：；“”（）【】]/.test(line.replace(/"[^"]*"|'[^']*'/g, ""))) {
    const hint = {
      en: "the line holds full-width punctuation (，：): outside of quotation marks YAML needs , and :",
      zh: "该行含有全角标点（，：）：引号之外请用半角的 , 和 :",
    };
    return { ...reason, hint };
  }
  const bare = /\{.*\bexpr:\s*([^\s"'|>{][^,]*?\[[^\]]*\][^,}]*?)\s*[,}]/.exec(line)?.[1];
  if (bare !== undefined) {
    const hint = {
      en: `within { } an expression with [ ] stands in quotation marks: expr: '${bare}'`,
      zh: `花括号之内，含方括号的表达式须加引号：expr: '${bare}'`,
    };
    return { ...reason, hint };
  }
  if (/^[^#"']*[^\s:]:[^\s\d/]/.test(line)) {
    return { ...reason, hint: { en: "put a space after the colon", zh: "冒号后面要加一个空格" } };
  }
  return reason;
}
