import { isAggregate } from "../places/aggregate.ts";
import type { ColumnProfile } from "./guess-columns.ts";
import { placeClass, roleOfHead } from "./known-words.ts";
import { splitUnit } from "./read-unit.ts";

/** A column with what its head says and what was counted in it. */
export interface Counted extends Omit<ColumnProfile, "role" | "by"> {
  readonly years: number;
  readonly latin: number;
  readonly codes: number;
  readonly units: number;
  /** Whether the head gives a unit, as it does for figures alone. */
  readonly hasUnit: boolean;
  /** Whether the head gives a unit and no name, as the corner over the names of rows does. */
  readonly isCorner: boolean;
  /** Whether the head gives a year, as it does for figures where years stand across. */
  readonly hasYear: boolean;
}

/** What stands beside a column and was understood before it. */
export interface Beside {
  readonly yearsAcross: boolean;
  /** Whether a column of figures stands to the left. */
  readonly firstFigures: boolean;
  /** Of several columns headed as places, the one whose rows they are. */
  readonly finest: number | undefined;
  readonly isPlace: (name: string) => boolean;
}

type Role = Pick<ColumnProfile, "role" | "by">;

/** The part that a column plays: by its head where its cells bear that out, else by its cells. */
export function roleOf(counted: Counted, taken: ReadonlySet<string>, beside: Beside): Role {
  const { head, texts, figures, blanks } = counted;
  if (texts + figures === 0 && blanks > 0 && head === "") return { role: "blank", by: "cells" };
  const asked = roleByHead(counted, taken, beside);
  if (asked !== undefined) return { role: asked, by: "head" };
  if (areFigures(counted, taken, beside)) return { role: "figures", by: "head" };
  return texts > figures ? roleOfWords(counted, taken, beside) : roleOfNumbers(counted, taken, beside);
}

function roleByHead(counted: Counted, taken: ReadonlySet<string>, { finest }: Beside): Role["role"] | undefined {
  const { head, column, texts, figures, years, codes, units, samples } = counted;
  const asked = roleOfHead(head);
  if (asked === undefined) return undefined;
  const isText = texts > figures;
  const isFree = !taken.has(asked);
  if (asked === "remark") return isText || figures === 0 ? asked : undefined;
  if (asked === "serial") return isText ? undefined : asked;
  if (asked === "unit") return isText && units * 2 >= texts ? asked : undefined;
  if (asked === "flag") return isFree && figures === 0 ? asked : undefined;
  if (asked === "code" && samples.length > 0 && samples.every((label) => section.test(label))) return "label";
  if (asked === "code") return isFree ? asked : undefined;
  if (asked === "year") return isFree && years >= figures && !isText ? asked : undefined;
  if (!isText) return asked === "place" && codes === figures && !taken.has("code") ? "code" : undefined;
  const isCoarse = asked === "place" && finest !== undefined && column < finest;
  return isCoarse ? "label" : isFree ? asked : undefined;
}

/** A to T are sections of industries, and no places. */
const section = /^[A-T]$/u;

/** Whether the head gives a unit or a year, as it does over figures, and does not stand over the names of rows. */
function areFigures(counted: Counted, taken: ReadonlySet<string>, beside: Beside): boolean {
  const { texts, figures, hasUnit, hasYear, isCorner } = counted;
  if (beside.yearsAcross && hasYear) return true;
  if (!hasUnit || beside.firstFigures) return hasUnit;
  return texts > figures
    ? !(isCorner || arePlaces(counted, taken, beside))
    : !(isCorner && areYears(counted) && !taken.has("year"));
}

const areYears = ({ texts, figures, years }: Counted): boolean => figures >= 2 && texts === 0 && years === figures;

function arePlaces({ samples }: Counted, taken: ReadonlySet<string>, { isPlace }: Beside): boolean {
  const places = samples.filter((label) => placeClass(label) !== "other" || isPlace(label) || isAggregate(label));
  return places.length * 2 > samples.length && !taken.has("place");
}

function roleOfNumbers(counted: Counted, taken: ReadonlySet<string>, { firstFigures, yearsAcross }: Beside): Role {
  const { head, texts, figures, codes } = counted;
  const figuresHere: Role = { role: "figures", by: "cells" };
  if (firstFigures || head !== "") return figuresHere;
  if (areYears(counted) && !taken.has("year") && !yearsAcross) return { role: "year", by: "cells" };
  const areCodes = figures >= 2 && texts === 0 && codes === figures;
  return areCodes && !taken.has("code") ? { role: "code", by: "cells" } : figuresHere;
}

function roleOfWords(counted: Counted, taken: ReadonlySet<string>, beside: Beside): Role {
  const { texts, latin, units, samples } = counted;
  if (units === texts && !taken.has("unit") && taken.size > 0) return { role: "unit", by: "cells" };
  if (arePlaces(counted, taken, beside)) return { role: "place", by: "cells" };
  if (taken.has("place") && latin === texts) return { role: "label", by: "cells" };
  if (beside.firstFigures || taken.has("place") || taken.has("item")) return { role: "label", by: "position" };
  const withUnits = samples.filter((label) => splitUnit(label).unit !== undefined);
  return { role: withUnits.length > 0 ? "item" : "place", by: "position" };
}
