export { type DealModel, renderDeal } from "./deal-page.ts";
export { renderMinutes } from "./minutes.ts";
