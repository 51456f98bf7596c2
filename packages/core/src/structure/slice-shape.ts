import { aligned } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import type { Reference } from "./reference.ts";

/**
 * Refuses slices of a direct call that are not place x industry, or name a place, an industry or a year twice, and a
 * reference whose lists differ in length or that names an industry twice. What comes through the door is in order already.
 */
export function checkSlices(
  method: string,
  slices: readonly CompositionSlice[],
  reference: Reference | undefined,
): void {
  for (const { year, places, industries, values } of slices) {
    distinct(method, places);
    distinct(method, industries);
    const cells = places.length * industries.length;
    if (values.length !== cells) refuseCells(method, year, values.length, [places.length, industries.length]);
  }
  distinct(
    method,
    slices.map(({ year }) => String(year)),
  );
  if (reference === undefined) return;
  const { industry, value, year } = reference;
  aligned(method, { industry, value, year });
  distinct(
    method,
    industry.map((name, at) => (year === undefined ? name : `${name} ${year[at]}`)),
  );
}

function refuseCells(
  method: string,
  year: number | undefined,
  found: number,
  [places, industries]: readonly [number, number],
): never {
  const of = year === undefined ? { en: "", zh: "" } : { en: ` of ${year}`, zh: ` ${year} 年` };
  throw new InputError({
    code: "rows-unequal",
    text: {
      en: `${method}: values${of.en} has ${found} cells but ${places} places and ${industries} industries have ${places * industries}`,
      zh: `${method}：values${of.zh} 有 ${found} 个单元格，而 ${places} 个地区与 ${industries} 个行业应有 ${places * industries} 个`,
    },
  });
}
