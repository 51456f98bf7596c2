export * from "./units/convert.ts";
export * from "./units/format-unit.ts";
export * from "./units/money.ts";
export * from "./units/parse-unit.ts";
export * from "./units/unit.ts";
