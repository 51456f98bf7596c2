import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { divide, makeUnit, multiply, one, power, type Unit } from "./unit.ts";
import { scaleWords, singular, type Word, words } from "./words.ts";

const longest = 120;
const vast = 10n ** 60n;

/**
 * Reads `100 million yuan`, `m2 per person`, `bed per 10000 person`, `train/day`, `percent`, `万元/人`, `亿元`, `2015=100`.
 * A word that it does not know is a counted thing with a dimension of its own name. Refuses with InputError
 * `unit-unreadable`.
 */
export function parseUnit(text: string): Unit {
  return read(text, false);
}

/** The unit, if every word in it is known (`万人`, but not `remarks`): for guessing, as in the header `population (万人)`. */
export function knownUnit(text: string): Unit | undefined {
  try {
    return read(text, true);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function read(text: string, knownOnly: boolean): Unit {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\bper mille\b/gi, "permille")
    .replace(/\bper cent\b/gi, "percent")
    .replace(/\bpercentage points?\b/gi, "percentage-point");
  if (plain === "") refuse(text, "it is empty", "内容为空");
  if (plain.length > longest) refuse(text, `it is longer than ${longest} signs`, `超过 ${longest} 个字符`);
  const index = /^[^=]+= ?(\d{1,9})$/.exec(plain);
  if (index && BigInt(index[1] as string) > 0n) return makeUnit(1n, BigInt(index[1] as string), {});
  const [above, ...below] = plain.split(/ ?\/ ?| per /i);
  const unit = below.reduce(
    (ratio, part) => divide(ratio, product(part, text, knownOnly)),
    product(above as string, text, knownOnly),
  );
  if (unit.numerator > vast || unit.denominator > vast) refuse(text, "its scale is too large", "倍数过大");
  return unit;
}

function product(part: string, text: string, knownOnly: boolean): Unit {
  if (part.trim() === "") refuse(text, "a side of the ratio is empty", "比值的一侧为空");
  return part
    .split(/ ?[*·] ?/)
    .reduce((unit, amount) => multiply(unit, readAmount(amount.trim(), text, knownOnly)), one);
}

/** `[number] [scale words] [base words]`: words side by side are a product only if all of them are known. */
function readAmount(amount: string, text: string, knownOnly: boolean): Unit {
  const lead = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:e\+?(\d{1,2}))?(k(?![a-z]))? ?/i.exec(amount);
  let unit = lead ? leadingNumber(lead, text) : one;
  let rest = amount.slice(lead?.[0].length ?? 0);
  for (let scale = leadingScale(rest); scale !== undefined; scale = leadingScale(rest)) {
    unit = multiply(unit, makeUnit(scale.worth, 1n, {}));
    rest = rest.slice(scale.length).trimStart();
  }
  if (rest === "") {
    if (amount === "") refuse(text, "a part of the product is empty", "乘积的一部分为空");
    return unit;
  }
  const parts = rest.split(" ");
  return parts.reduce((product, part) => multiply(product, readWord(part, text, knownOnly || parts.length > 1)), unit);
}

function leadingNumber(lead: RegExpExecArray, text: string): Unit {
  const [, whole, fraction = ".", exponent = "0", kilo] = lead;
  const digits = BigInt((whole as string).replaceAll(",", "") + fraction.slice(1));
  if (digits === 0n) refuse(text, "its scale is 0", "倍数为 0");
  const above = digits * 10n ** BigInt(exponent) * (kilo === undefined ? 1n : 1000n);
  return makeUnit(above, 10n ** BigInt(fraction.length - 1), {});
}

function leadingScale(rest: string): { worth: bigint; length: number } | undefined {
  const [first] = rest.split(" ") as [string];
  if (words.has(first)) return undefined;
  const spelled = scaleWords.get(first.toLowerCase());
  if (spelled !== undefined) return { worth: spelled, length: first.length };
  for (const length of [2, 1]) {
    const worth = /^[千万十百亿]+$/.test(first.slice(0, length)) && scaleWords.get(first.slice(0, length));
    if (worth) return { worth, length };
  }
  return undefined;
}

function readWord(given: string, text: string, knownOnly: boolean): Unit {
  const parts = /^(\p{L}[\p{L}\p{N}_-]*?|%|‰)(?:\^(\d+(?:\.\d+)?))?$/u.exec(given);
  if (!parts) return refuse(text, `"${given}" is no word`, `“${given}”不是单位词`);
  const [, name, exponent] = parts as unknown as [string, string, string | undefined];
  const meaning = meaningOf(name);
  if (meaning === undefined && knownOnly) {
    return refuse(text, `"${given}" is not known, and stands beside another word`, `不认识“${given}”，且与其他词并列`, {
      en: 'join the words of one thing by hyphens ("high-school"), units that multiply by *',
      zh: "同一事物的几个词请用连字符连接，相乘的单位请用 *",
    });
  }
  const { numerator, denominator, dimensions } = meaning ?? counted(name);
  const unit = makeUnit(numerator, denominator, dimensions);
  if (exponent === undefined) return unit;
  if (Number(exponent) > 9 || (!/^\d+$/.test(exponent) && unit.factor !== 1)) {
    refuse(text, `"${given}" has no exact scale`, `“${given}”没有精确的倍数`);
  }
  return power(unit, Number(exponent));
}

function meaningOf(name: string): Word | undefined {
  const lower = name.toLowerCase();
  return words.get(name) ?? words.get(lower) ?? words.get(singular(lower)) ?? words.get(name.toUpperCase());
}

/** A capital inside the word (`tCO2e`, `HKD`) is part of its spelling; `Patents` is `patent`. */
function counted(name: string): Word {
  const ordinary = /^\p{Lu}?[^\p{Lu}]*$/u.test(name) && name.length > 1;
  const own = ordinary ? singular(name.toLowerCase()) : name;
  return { numerator: 1n, denominator: 1n, dimensions: { [own]: 1 } };
}

function refuse(unit: string, en: string, zh: string, hint?: Text): never {
  const shown = unit.length > longest ? `${unit.slice(0, longest)}...` : unit;
  throw new InputError({
    code: "unit-unreadable",
    text: { en: `unit "${shown}": ${en}`, zh: `单位“${shown}”：${zh}` },
    hint: hint ?? {
      en: "write it as 100 million yuan, m2 per person, train/day, percent or 1",
      zh: "写法如：亿元、万元/人、m2 per person、percent、1",
    },
  });
}
