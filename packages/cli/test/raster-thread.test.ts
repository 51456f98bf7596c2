import { afterEach, expect, it } from "vitest";
import { openThread, type RasterThread } from "../dist/export/raster-thread.js"; // a thread is a file that was built
import type { RasterTask } from "../src/export/raster-worker.ts";

const opened: RasterThread[] = [];
const open = () => {
  const thread = openThread();
  opened.push(thread);
  return thread;
};
afterEach(async () => void (await Promise.all(opened.splice(0).map((thread) => thread.close()))));

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>';
/** A task to draw squares so large, in pixels a pixel. */
const task = (...scales: number[]): RasterTask => ({
  drawings: scales.map((scale) => ({ svg: square, scale, dpi: 96 })),
  next: new Int32Array(new SharedArrayBuffer(4)),
  face: undefined,
  into: "file",
});
const widthOf = (png: Uint8Array) => Buffer.from(png).readUInt32BE(16); // after the signature, the length and name of IHDR

it("answers tasks in their order, from before it is at hand", async () => {
  const thread = open();
  const made = await Promise.all([task(3), task(1, 2)].map((each) => thread.draw(each)));
  expect(made.map((each) => each.map(([at, { png }]) => [at, widthOf(png)]))).toEqual([
    [[0, 30]],
    [
      [0, 10],
      [1, 20],
    ],
  ]);
});

it("shares the drawings of a task with other threads", async () => {
  const shared = task(1, 2, 3, 4, 5, 6);
  const made = await Promise.all([open(), open()].map((thread) => thread.draw(shared)));
  expect(made.flatMap((each) => each.map(([at]) => at)).sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

it("tells whoever waits, and whoever comes later, what it ended of", async () => {
  const thread = open();
  const broken = { ...task(), drawings: [{ svg: "<svg", scale: 1, dpi: 96 }] };
  await expect(thread.draw(broken)).rejects.toThrow(/root node/);
  await expect(thread.draw(task(1))).rejects.toThrow(/root node/);
  const closed = open();
  const waiting = closed.draw(task(900));
  await Promise.all([expect(waiting).rejects.toThrow("the thread that draws has ended"), closed.close()]);
});
