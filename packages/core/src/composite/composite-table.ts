import { label, number, table } from "../contract/readings.ts";

/** Indicators by place (and year, and group). */
export const compositeTable = table({
  place: label.one,
  year: number.optional,
  group: label.optional,
  indicators: number.many,
});
