export * from "./places/at-edition.ts";
export * from "./places/confirm-list.ts";
export * from "./places/dated-place.ts";
export { type EditionAction, type EditionEntry, editionActions } from "./places/edition-log.ts";
export * from "./places/follow-code.ts";
export type { Candidate } from "./places/match-name.ts";
export * from "./places/match-places.ts";
export * from "./places/place-changes.ts";
export * from "./places/place-words.ts";
