export * from "./contract/prices.ts";
export * from "./prices/convert-currency.ts";
export * from "./prices/deflate.ts";
export * from "./prices/price-index.ts";
export * from "./prices/relative-to-total.ts";
export * from "./prices/yearly-figures.ts";
