/**
 * The formula lab on 293 places x 60 indicators in Chromium. Goals: no task of over 50 ms on the page's thread while a slider
 * moves, scores within a frame of a move, intervals from 250 draws at once and refined at rest, memory flat over 200 interactions.
 * Needs the pages (npm run build:web) and Chromium.
 *
 * Run: npm run bench -- formula-lab
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../packages/cli/test/browser.ts";
import { writeWideStudy } from "../packages/web/test/wide-study.ts";
import { open, serve, until } from "../packages/web/test/workbench.ts";

const moves = 60;
const frame = 16; // milliseconds between two moves of a hand

const folder = mkdtempSync(join(tmpdir(), "conurb-wide-"));
writeWideStudy(folder);
const served = await serve(folder);
const browser = await openBrowser();
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own processor time: what other work the machine does is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Tasks of the busiest page's main thread, in milliseconds of processor time. */
function mainTasks(events: readonly TraceEvent[]): number[] {
  const mains = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const of = mains.map(({ pid, tid }) =>
    events.flatMap((each) =>
      each.pid === pid && each.tid === tid && /RunTask$/.test(each.name) && each.tdur !== undefined
        ? [each.tdur / 1000]
        : [],
    ),
  );
  const sum = (times: readonly number[]) => times.reduce((all, each) => all + each, 0);
  return of.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

/** In the page: long tasks, and how long after each move of a slider the ranking's first score stands anew. */
const observe = `
  window.told = { long: [], follow: [] };
  new PerformanceObserver((list) => { for (const each of list.getEntries()) told.long.push(each.duration); }).observe({ type: "longtask" });
  let moved;
  addEventListener("input", () => { moved ??= performance.now(); }, true);
  new MutationObserver(() => {
    if (moved !== undefined) told.follow.push(performance.now() - moved);
    moved = undefined;
  }).observe(document.querySelector(".long"), { subtree: true, characterData: true, childList: true });`;

try {
  const { page } = await open(browser, served, "/formula?lang=en");
  await page.waitForSelector(".long text");
  await until(page, "/5,000 draws/.test(document.querySelector('.lab [role=status]').textContent)");
  await page.waitForTimeout(4000);
  await page.evaluate(observe);
  const told = () => page.evaluate<{ long: number[]; follow: number[] }>("told");
  const forget = () => page.evaluate("told.long.length = told.follow.length = 0");

  const drag = async (id: string, count: number) => {
    const box = await page.locator(`#knob-${id}`).boundingBox();
    if (box === null) throw new Error(`no slider ${id}`);
    const x = (step: number) => box.x + box.width * (0.3 + 0.4 * (step / count));
    await page.mouse.move(x(0), box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= count; step += 1) {
      await page.mouse.move(x(step), box.y + box.height / 2);
      await page.waitForTimeout(frame);
    }
  };
  const words = (values: readonly number[]) =>
    values.length === 0 ? "none" : `${values.length}, the longest ${Math.round(Math.max(...values))} ms`;

  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
  await drag("aspect-1", moves);
  const tasks = mainTasks(JSON.parse(String(await browser.stopTracing())).traceEvents);
  const moving = await told();
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
  console.log(`tasks over 50 ms while a slider moved ${moves} times: ${words(moving.long)}`);
  const busy = tasks.filter((each) => each > 50);
  console.log(`of their own processor time: ${words(busy)}; the longest of all ${Math.max(...tasks).toFixed(0)} ms`);
  const [half, most] = [0.5, 0.95].map((share) => quantile(moving.follow, share).toFixed(0));
  console.log(
    `scores after a move: median ${half} ms, 95 % within ${most} ms (${moving.follow.length} of ${moves} moves seen apart)`,
  );
  await forget();
  const rested = Date.now();
  await until(page, "/5,000 draws/.test(document.querySelector('.lab [role=status]').textContent)");
  console.log(
    `5,000 draws at rest after ${Date.now() - rested} ms; tasks over 50 ms then: ${words((await told()).long)}`,
  );
  await page.mouse.up();
  await page.waitForTimeout(4000);

  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const places = page.locator(".long g[data-place]");
  const interact = async (count: number) => {
    for (let nth = 0; nth < count; nth += 4) {
      await drag(`aspect-${1 + ((nth / 4) % 5)}`, 3);
      await page.mouse.up();
      await places.nth((nth / 4) % 20).click();
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(6000);
  };
  await interact(40); // history and caches fill
  const before = await heap();
  await interact(200);
  const after = await heap();
  console.log(`heap of the page before and after 200 interactions: ${before.toFixed(1)} and ${after.toFixed(1)} MB`);
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
}
