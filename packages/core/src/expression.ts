export * from "./expression/evaluate.ts";
export * from "./expression/expression.ts";
export * from "./expression/parse-expression.ts";
export * from "./expression/print-expression.ts";
