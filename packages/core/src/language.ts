export * from "./language/message.ts";
export * from "./language/messages.ts";
export * from "./language/suggestion.ts";
export * from "./language/text.ts";
