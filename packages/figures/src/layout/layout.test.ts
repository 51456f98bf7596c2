import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { assign } from "./assignment.ts";
import { placeLabels } from "./label-places.ts";
import { nudge } from "./nudge.ts";
import { spread } from "./spread.ts";
import { swarm } from "./swarm.ts";
import { tileLayout } from "./tiles.ts";

/** Small deterministic numbers; quality of randomness does not matter here. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function bruteForce(costs: Float64Array, rows: number, columns: number): number {
  const search = (row: number, used: number): number => {
    if (row === rows) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let j = 0; j < columns; j += 1) {
      if (used & (1 << j)) continue;
      best = Math.min(best, (costs[row * columns + j] as number) + search(row + 1, used | (1 << j)));
    }
    return best;
  };
  return search(0, 0);
}

describe("assignment", () => {
  test("costs what brute force finds, each column used once", () => {
    const random = generator(11);
    for (const [rows, columns] of [
      [1, 1],
      [2, 5],
      [4, 4],
      [5, 7],
      [6, 6],
      [6, 8],
    ] as const) {
      for (let round = 0; round < 10; round += 1) {
        const costs = Float64Array.from({ length: rows * columns }, () => Math.floor(random() * 12));
        const found = assign(costs, rows, columns);
        const cost = found.reduce((sum, column, row) => sum + (costs[row * columns + column] as number), 0);
        expect(new Set(found).size).toBe(rows);
        expect(cost).toBe(bruteForce(costs, rows, columns));
      }
    }
  });
  test("refuses fewer columns than rows", () => {
    expect(() => assign(new Float64Array(2), 2, 1)).toThrow("2 rows but 1 columns");
  });
});

describe("tiles of the clusters that ship", () => {
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(
      readFileSync(new URL(`../../../atlas/china-clusters/${name}`, import.meta.url), "utf8").trim(),
      { header: true },
    ).data;
  const points = new Map(
    read("places.csv").map(({ code, lon, lat }) => [code, { code: code!, lon: +lon!, lat: +lat! }]),
  );
  const members = read("clusters.csv");
  const clusters = [...new Set(members.map(({ cluster_id }) => cluster_id!))];

  test.each(clusters)("%s: one place a tile, no pair clearly apart comes out inverted", (id) => {
    const places = members.filter(({ cluster_id }) => cluster_id === id).map(({ code }) => points.get(code!)!);
    const tiles = tileLayout(places);
    expect(new Set(Object.values(tiles).map(String)).size).toBe(places.length);
    expect(tileLayout([...places].reverse())).toEqual(tiles);
    const deviation = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    };
    const [wide, high] = [deviation(places.map(({ lon }) => lon)), deviation(places.map(({ lat }) => lat))];
    for (const a of places) {
      for (const b of places) {
        const [p, q] = [tiles[a.code]!, tiles[b.code]!];
        const [east, south] = [p[0] + (p[1] % 2) / 2 - q[0] - (q[1] % 2) / 2, p[1] - q[1]];
        if (a.lon - b.lon > wide / 2) expect(east).toBeGreaterThanOrEqual(0);
        if (a.lat - b.lat > high / 2) expect(south).toBeLessThanOrEqual(0);
      }
    }
  });
});

test("nudged discs no longer overlap, stay near home, and land in the same place each time", () => {
  const discs = [
    { x: 50, y: 50, r: 10 },
    { x: 52, y: 50, r: 8 },
    { x: 50, y: 55, r: 6 },
  ];
  const moved = nudge(discs, 1);
  const slack = 1; // the force settles within a pixel
  moved.forEach((a, i) => {
    expect(Math.hypot(a.x - discs[i]!.x, a.y - discs[i]!.y)).toBeLessThan(30);
    for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r - slack);
  });
  expect(nudge(discs, 1)).toEqual(moved);
});

test("spread keeps order and distance, and stays inside", () => {
  expect(spread([10, 11, 50], 8, 0, 100)).toEqual([6.5, 14.5, 50]);
  expect(spread([2, 2], 8, 0, 100)).toEqual([0, 8]);
  expect(spread([99, 99, 99], 8, 0, 100)).toEqual([84, 92, 100]);
  expect(spread([], 8, 0, 100)).toEqual([]);
});

test("dots of a swarm do not overlap", () => {
  const random = generator(3);
  const positions = Array.from({ length: 60 }, () => random() * 200);
  const offsets = swarm(positions, 4);
  positions.forEach((x, i) => {
    for (let j = i + 1; j < positions.length; j += 1) {
      expect(Math.hypot(x - positions[j]!, offsets[i]! - offsets[j]!)).toBeGreaterThan(8.9);
    }
  });
});

test("a label stands right of its mark, else elsewhere, and is dropped rather than laid over another", () => {
  const room = { x: 0, y: 0, width: 200, height: 100 };
  const wish = (x: number, y: number) => ({ x, y, r: 4, text: "Wuxi", size: 12 });
  expect(placeLabels([wish(50, 50)], [], room)[0]).toMatchObject({ x: 58, anchor: "start" });
  expect(placeLabels([wish(190, 50)], [], room)[0]).toMatchObject({ x: 182, anchor: "end" });
  const crowd = [-40, -20, 0, 20, 40].flatMap((dx) =>
    [-24, -12, 0, 12, 24].map((dy) => ({ x: 100 + dx, y: 50 + dy, r: 8 })),
  );
  expect(placeLabels([wish(100, 50)], crowd, room)[0]).toBeUndefined();
});

test("a label keeps clear of other marks; where it cannot, it moves away on a hair or is dropped", () => {
  const room = { x: 0, y: 0, width: 200, height: 120 };
  const own = { x: 100, y: 60, r: 4 };
  const around = [-12, 12].flatMap((dx) => [-12, 0, 12].map((dy) => ({ x: 100 + dx, y: 60 + dy, r: 4 })));
  const wish = { ...own, text: "Wuxi", size: 12 };
  expect(placeLabels([wish], [own, ...around], room, { strict: true })).toEqual([undefined]);
  const [led] = placeLabels([{ ...wish, leader: true }], [own, ...around], room, { strict: true });
  expect(led?.leader).toBeDefined();
  const line = Array.from({ length: 40 }, (_, i) => ({ x: i * 5, y: 30, r: 1 }));
  const [kept] = placeLabels([{ ...wish, leader: true }], [own], room, { strict: true, lines: line });
  expect(kept?.leader).toBeUndefined();
});
