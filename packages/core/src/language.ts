export { firstNamed } from "./language/first-named.ts";
export * from "./language/message.ts";
export * from "./language/messages.ts";
export { type Fault, faultText, readBySchema } from "./language/schema-faults.ts";
export * from "./language/suggestion.ts";
export * from "./language/text.ts";
