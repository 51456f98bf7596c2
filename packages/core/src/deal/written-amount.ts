import type { Text } from "../language/text.ts";
import { knownUnit, parseUnit } from "../units/parse-unit.ts";
import { divide, type Unit } from "../units/unit.ts";

/** `150000 yuan`, `1.5亿元`, `1,500,000`: a number with its unit, or with its thousands apart, where a plain number belongs. */
export interface WrittenAmount {
  readonly number: string;
  /** As it is written; nothing of a number alone. */
  readonly unit: string;
}

const pattern = /^\s*([+-]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([^\s\d+\-*/^()=<>,.][^+*()=<>]*)?$/u;

export function writtenAmount(text: string): WrittenAmount | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [, sign, whole, fraction = "", unit = ""] = found as unknown as [string, string, string, string?, string?];
  const isPlain = unit === "" && !whole.includes(",");
  if (isPlain || (unit !== "" && knownUnit(unit) === undefined)) return undefined;
  return { number: `${sign === "-" ? "-" : ""}${whole.replaceAll(",", "")}${fraction}`, unit: unit.trim() };
}

/** The same as a plain number of another unit; nothing where the two do not measure the same. */
export function inUnit({ number, unit }: WrittenAmount, wanted: string): string | undefined {
  const [given, target] = [parseUnit(unit === "" ? wanted : unit), parseUnit(wanted)];
  const { numerator, denominator, dimensions } = divide(given, target);
  if (Object.keys(dimensions).length > 0) return undefined;
  return decimalText(number, { numerator, denominator });
}

/** A decimal times a ratio: exact where it ends, else to the digits of a double. */
function decimalText(number: string, { numerator, denominator }: Pick<Unit, "numerator" | "denominator">): string {
  const [whole, fraction = ""] = number.split(".") as [string, string?];
  const above = BigInt(whole + fraction) * numerator;
  const below = 10n ** BigInt(fraction.length) * denominator;
  return above % below === 0n ? String(above / below) : String(Number(above) / Number(below));
}

/** How an amount that was written with its unit is to be written where a number of `wanted` is expected. */
export function amountHint(amount: WrittenAmount, wanted: string): Text {
  const plain = inUnit(amount, wanted);
  if (plain !== undefined) {
    const unit = wanted === "1" ? { en: "", zh: "" } : { en: `, in ${wanted}`, zh: `（以 ${wanted} 计）` };
    return { en: `write the number alone${unit.en}: ${plain}`, zh: `请只写数字${unit.zh}：${plain}` };
  }
  const { number, unit } = amount;
  if (wanted === "1") return { en: `write the number alone: ${number}`, zh: `请只写数字：${number}` };
  return {
    en: `${unit} is no unit of ${wanted}; under assumed an amount has a name and a unit of its own`,
    zh: `${unit} 不是 ${wanted} 的单位；可在 assumed 中为数值命名并写明单位`,
  };
}
