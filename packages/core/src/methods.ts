export { theil } from "./inequality/theil.ts";
