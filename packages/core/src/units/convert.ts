import { InputError } from "../contract/errors.ts";
import { formatDimension } from "./format-unit.ts";
import { parseUnit } from "./parse-unit.ts";
import { divide, type Unit, unitsAgree } from "./unit.ts";

/** Values of one unit in another. Refuses other dimensions with InputError `unit-mismatch`, naming both. `NaN` stays `NaN`. */
export function convert(value: number, from: Unit | string, to: Unit | string): number;
export function convert(values: Float64Array, from: Unit | string, to: Unit | string): Float64Array;
export function convert(given: number | Float64Array, from: Unit | string, to: Unit | string): number | Float64Array {
  const rescale = conversion(from, to);
  return typeof given === "number" ? rescale(given) : given.map(rescale);
}

/** One multiplication by the ratio of the scales; by its inverse where that is whole, since 1/10000 has no exact double. */
function conversion(from: Unit | string, to: Unit | string): (value: number) => number {
  const [source, target] = [unitOf(from), unitOf(to)];
  if (!unitsAgree(source, target)) throw new InputError(mismatch(from, to));
  const { numerator, denominator } = divide(source, target);
  const [times, over] = [Number(numerator), Number(denominator)];
  if (over === 1) return (value) => value * times;
  if (times === 1) return (value) => value / over;
  return (value) => (value * times) / over;
}

const unitOf = (unit: Unit | string): Unit => (typeof unit === "string" ? parseUnit(unit) : unit);

function mismatch(from: Unit | string, to: Unit | string) {
  const [source, target] = [from, to].map((each) => {
    const dimension = formatDimension(unitOf(each).dimensions);
    return typeof each === "string" && each !== dimension
      ? { en: `${each} (${dimension})`, zh: `${each}（${dimension}）` }
      : { en: dimension, zh: dimension };
  }) as [{ en: string; zh: string }, { en: string; zh: string }];
  return {
    code: "unit-mismatch",
    text: {
      en: `units: ${source.en} cannot be turned into ${target.en}`,
      zh: `单位：${source.zh} 不能换算为 ${target.zh}`,
    },
  };
}
