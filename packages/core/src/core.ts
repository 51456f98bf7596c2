export * from "./catalogue.ts";
export * from "./contract.ts";
export * from "./expression.ts";
export * from "./language.ts";
export * from "./methods.ts";
export * from "./study.ts";
export * from "./tables.ts";
export * from "./units.ts";
