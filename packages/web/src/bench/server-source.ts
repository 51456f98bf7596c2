import type { News, Source } from "./source.ts";

const patience = 2000; // milliseconds until a line that was refused is tried again

/** The workbench's own server, at the page's own origin. */
export const serverSource: Source = {
  ask: (path, init) => fetch(path, { credentials: "same-origin", ...init }),
  address: (path) => path,
  listen: (listener) => {
    let events: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasHidden = false;
    const pass = (event: Event) => listener(JSON.parse((event as MessageEvent<string>).data) as News);
    const open = () => {
      listener(wasHidden ? { kind: "open", again: true } : { kind: "open" });
      wasHidden = false;
    };
    const begin = () => {
      const line = new EventSource("/api/events");
      events = line;
      line.addEventListener("open", open);
      line.addEventListener("error", () => {
        // a browser tries a broken line again by itself, and never one that was refused
        if (line.readyState !== EventSource.CLOSED) return listener({ kind: "lost" });
        listener({ kind: "shut" });
        timer = setTimeout(begin, patience);
      });
      for (const kind of ["run", "report", "study"]) line.addEventListener(kind, pass);
    };
    const end = () => {
      clearTimeout(timer);
      events?.close();
    };
    // a browser has six connections for a server and no more: with the lines of pages that nobody sees, the seventh would never open
    const look = () => {
      end();
      if (document.visibilityState === "hidden") wasHidden = true;
      else begin();
    };
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      document.removeEventListener("visibilitychange", look);
      end();
    };
  },
};
