export { type AccessOptions, cookieName } from "./access.ts";
export { type AppOptions, openApp, type Workbench } from "./app.ts";
export { type Bundle, openBundle } from "./bundle.ts";
export { type Listening, type ListenOptions, listen } from "./listen.ts";
export { openApi } from "./open-api.ts";
export type { RunState } from "./runs.ts";
export type { Ran, RunNotice, Workplace } from "./workplace.ts";
