import type { Text } from "../language/text.ts";

/** What the YAML library calls the commonest mistakes, in our words. */
const reasons: Readonly<Record<string, Text>> = {
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
};

/** A mistake of YAML in both languages, with a hint where the line holds what most often causes it. */
export function yamlReason(code: string, said: string, line: string): Text & { readonly hint?: Text } {
  const reason = reasons[code] ?? { en: said, zh: said };
  if (/[，：；“”（）【】]/.test(line.replace(/"[^"]*"|'[^']*'/g, ""))) {
    const hint = {
      en: "the line holds full-width punctuation (，：): outside of quotation marks YAML needs , and :",
      zh: "该行含有全角标点（，：）：引号之外请用半角的 , 和 :",
    };
    return { ...reason, hint };
  }
  if (/^[^#"']*[^\s:]:[^\s\d/]/.test(line)) {
    return { ...reason, hint: { en: "put a space after the colon", zh: "冒号后面要加一个空格" } };
  }
  return reason;
}
