export * from "./industries/common-sections.ts";
export * from "./industries/cross-section.ts";
export * from "./industries/regroup.ts";
export * from "./industries/section.ts";
