import type { Column } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { bareKey } from "../places/name-forms.ts";

/** What is known of a code that its list does not have. */
export interface Strange {
  readonly code: string;
  readonly list: ReadonlySet<string>;
  /** Codes that the column has: what is there already is hardly meant once more. */
  readonly used: ReadonlySet<string>;
  /** Words that stand beside the code. */
  readonly words: readonly string[];
  /** Whether a column says what the places are called, so that a code without its name is not meant. */
  readonly hasNames: boolean;
  readonly nameOf: ((code: string) => Text | undefined) | undefined;
  /** The codes of the list by what they are called. */
  readonly byName: CodesByName;
}

export type CodesByName = ReadonlyMap<string, readonly string[]>;

/** Laid out once for all codes that are asked for: names are many, and each takes some reading. */
export function codesByName(list: ReadonlySet<string>, nameOf: Strange["nameOf"]): CodesByName {
  const found = new Map<string, string[]>();
  for (const code of list) {
    const name = nameOf?.(code);
    if (name === undefined) continue;
    for (const key of new Set([bareKey(name.zh), bareKey(name.en)])) {
      const codes = found.get(key);
      if (codes === undefined) found.set(key, [code]);
      else codes.push(code);
    }
  }
  return found;
}

/**
 * The code that may be meant, if one alone may be: the one with digits for the letters O and l; that of the name beside it; where no names stand beside the codes, the unused one
 * that differs by one digit, or by two neighbours that changed places, within the same province.
 */
export function nearCode({ code, list, used, words, hasNames, nameOf, byName }: Strange): Text | undefined {
  const digits = code.replace(/[oO]/g, "0").replace(/[lI]/g, "1");
  if (digits !== code && list.has(digits)) return message("did-you-mean", { suggestion: digits });
  const isChinese = /^\d{6}$/.test(code);
  if (nameOf !== undefined && words.length > 0) {
    const given = words.filter((word) => word.trim() !== "");
    const named = [...new Set(given.flatMap((word) => byName.get(bareKey(word)) ?? []))];
    const meant = isChinese && named.length > 1 ? named.filter((each) => sameProvince(each, code)) : named;
    const [only] = meant;
    if (only !== undefined && meant.length === 1) {
      const name = nameOf(only);
      return message("did-you-mean", {
        suggestion: name === undefined ? only : { en: `${only} (${name.en})`, zh: `${only}（${name.zh}）` },
      });
    }
  }
  if (hasNames) return undefined;
  const unused = [...list].filter((each) => !used.has(each));
  if (!isChinese) return suggestion(code, unused);
  const near = unused.filter((each) => sameProvince(each, code) && isOneSlip(each, code));
  return near.length === 1 ? message("did-you-mean", { suggestion: near[0] as string }) : undefined;
}

/** Whether a column of words gives the names of most places that have a known code beside it. */
export function givesNames(
  { kind, values }: Column,
  codes: readonly (string | null)[],
  nameOf: (code: string) => Text | undefined,
): boolean {
  if (kind !== "label") return false;
  let [named, known] = [0, 0];
  codes.forEach((code, row) => {
    const name = code === null ? undefined : nameOf(code);
    const word = values[row];
    if (name === undefined || typeof word !== "string") return;
    known += 1;
    if (isNamed(name, word)) named += 1;
  });
  return known > 0 && named * 2 > known;
}

function isNamed(name: Text, word: string): boolean {
  return word.trim() !== "" && [bareKey(name.zh), bareKey(name.en)].includes(bareKey(word));
}

const sameProvince = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2);

/** One digit is another, or two neighbours have changed places. */
function isOneSlip(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const differ = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second] = differ;
  if (differ.length === 1) return true;
  return differ.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}
