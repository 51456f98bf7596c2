import type { SchemaElement } from "hyparquet";

type Unit = "MILLIS" | "MICROS" | "NANOS";
const digits: Readonly<Record<Unit, number>> = { MILLIS: 3, MICROS: 6, NANOS: 9 };
const secondsOfDay = 86_400n;

/** What whole numbers of a column count: moments, or times of a day; `isUtc` where they are of one meridian and not of the clock on the wall. */
export interface StoredTime {
  readonly of: "moment" | "day";
  readonly unit: Unit;
  readonly isUtc: boolean;
}

export function storedTime({
  type,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): StoredTime | undefined {
  if (logical?.type === "TIMESTAMP" || logical?.type === "TIME") {
    const { unit, isAdjustedToUTC: isUtc } = logical;
    return { of: logical.type === "TIME" ? "day" : "moment", unit, isUtc };
  }
  if (type === "INT96") return { of: "moment", unit: "NANOS", isUtc: false };
  // the older words for them know of no wall
  const [, of, unit] = /^(TIMESTAMP|TIME)_(MILLIS|MICROS)$/.exec(converted ?? "") ?? [];
  return unit === undefined ? undefined : { of: of === "TIME" ? "day" : "moment", unit: unit as Unit, isUtc: true };
}

/** `2024-05-31T12:00:00.5`, `12:00:00`; a day for a midnight; nothing beyond the calendar. No digit of a second is lost. */
export function timeText(count: bigint, { of, unit, isUtc }: StoredTime): string | undefined {
  const perSecond = 10n ** BigInt(digits[unit]);
  const within = ((count % perSecond) + perSecond) % perSecond;
  const seconds = (count - within) / perSecond;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime()) || (of === "day" && (seconds < 0n || seconds > secondsOfDay))) return undefined;
  const whole = date.toISOString().replace(/\.000Z$/, "");
  const fraction = within === 0n ? "" : `.${String(within).padStart(digits[unit], "0").replace(/0+$/, "")}`;
  const [day, clock] = whole.split("T") as [string, string];
  if (of === "day") return `${clock}${fraction}`;
  return clock === "00:00:00" && fraction === "" ? day : `${whole}${fraction}${isUtc ? "Z" : ""}`;
}
