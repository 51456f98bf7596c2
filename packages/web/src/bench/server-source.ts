import type { News, Source } from "./source.ts";

/** The workbench's own server, at the page's own origin. */
export const serverSource: Source = {
  ask: (path, init) => fetch(path, { credentials: "same-origin", ...init }),
  address: (path) => path,
  listen: (listener) => {
    const events = new EventSource("/api/events");
    const pass = (event: Event) => listener(JSON.parse((event as MessageEvent<string>).data) as News);
    events.addEventListener("open", () => listener({ kind: "open" }));
    events.addEventListener("error", () => listener({ kind: "lost" }));
    for (const kind of ["run", "report", "study"]) events.addEventListener(kind, pass);
    return () => events.close();
  },
};
