import type { News, Source } from "./source.ts";

const patience = 2000; // milliseconds until a line that was refused is tried again

/** The workbench's own server, at the page's own origin. */
export const serverSource: Source = {
  ask: (path, init) => fetch(path, { credentials: "same-origin", ...init }),
  address: (path) => path,
  listen: (listener) => {
    let events: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pass = (event: Event) => listener(JSON.parse((event as MessageEvent<string>).data) as News);
    const begin = () => {
      events = new EventSource("/api/events");
      events.addEventListener("open", () => listener({ kind: "open" }));
      events.addEventListener("error", () => {
        // a browser tries a broken line again by itself, and never one that was refused
        if (events.readyState !== EventSource.CLOSED) return listener({ kind: "lost" });
        listener({ kind: "shut" });
        timer = setTimeout(begin, patience);
      });
      for (const kind of ["run", "report", "study"]) events.addEventListener(kind, pass);
    };
    begin();
    return () => {
      clearTimeout(timer);
      events.close();
    };
  },
};
