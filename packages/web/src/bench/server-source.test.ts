import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { serverSource } from "./server-source.ts";
import type { News } from "./source.ts";

class Line extends EventTarget {
  static readonly CLOSED = 2;
  static all: Line[] = [];
  readyState = 1;
  constructor() {
    super();
    Line.all.push(this);
  }
  close(): void {
    this.readyState = Line.CLOSED;
  }
}
const standing = () => Line.all.filter(({ readyState }) => readyState !== Line.CLOSED);
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const turn = (to: "visible" | "hidden") => {
  page.visibilityState = to;
  page.dispatchEvent(new Event("visibilitychange"));
};

beforeEach(() => {
  Line.all = [];
  page.visibilityState = "visible";
  vi.stubGlobal("EventSource", Line);
  vi.stubGlobal("document", page);
});
afterAll(() => vi.unstubAllGlobals());

it("holds a line while somebody sees the page, and says when there was none meanwhile", () => {
  const told: News[] = [];
  const leave = serverSource.listen((news) => told.push(news));
  const opens = () => standing()[0]?.dispatchEvent(new Event("open"));
  opens();
  turn("hidden");
  expect(standing()).toHaveLength(0);
  turn("visible");
  expect(standing()).toHaveLength(1);
  opens();
  opens(); // as the server does now and then
  expect(told).toEqual([{ kind: "open" }, { kind: "open", again: true }, { kind: "open" }]);
  leave();
  turn("visible");
  expect(standing()).toHaveLength(0);
});

it("waits with its line for somebody to look, where the page was opened behind another", () => {
  page.visibilityState = "hidden";
  const leave = serverSource.listen(() => {});
  expect(Line.all).toHaveLength(0);
  turn("visible");
  expect(standing()).toHaveLength(1);
  leave();
});

it("tries a line again that was refused, and not once it has left", () => {
  vi.useFakeTimers();
  try {
    const told: News[] = [];
    const leave = serverSource.listen((news) => told.push(news));
    const refuse = () => {
      const line = standing()[0] as Line;
      line.close();
      line.dispatchEvent(new Event("error"));
    };
    refuse();
    vi.advanceTimersByTime(2000);
    expect(standing()).toHaveLength(1);
    refuse();
    leave();
    vi.advanceTimersByTime(10_000);
    expect(standing()).toHaveLength(0);
    expect(told).toEqual([{ kind: "shut" }, { kind: "shut" }]);
  } finally {
    vi.useRealTimers();
  }
});
