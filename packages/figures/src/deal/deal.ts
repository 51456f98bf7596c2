export { type Amounts, amountsIn } from "./amounts.ts";
export { type DealModel, renderDeal } from "./deal-page.ts";
export { renderMinutes } from "./minutes.ts";
