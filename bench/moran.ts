/**
 * Local Moran's I with conditional permutation: 3,025 places on a 55 x 55 lattice (rook neighbours), 999 placings.
 * Peer: spdep 1.2-7 localmoran_perm takes 1.24 s on a 2-core AMD EPYC. Goal here: under 100 ms.
 *
 * Run: npm run bench -- moran
 */
import { random } from "../packages/core/src/contract/random.ts";
import type { Table } from "../packages/core/src/contract/table.ts";
import { lattice } from "../packages/core/src/spatial/lattice.ts";
import { localMoran } from "../packages/core/src/spatial/local-moran.ts";
import { moran } from "../packages/core/src/spatial/moran.ts";

const places = 3025;
const permutations = 999;

const draw = random(1, "bench/moran");
const { cities, weights } = lattice(places, () => draw.normal());
const column = <T>(table: Table, name: string) => table.columns.find((each) => each.name === name)?.values as T;
const input = {
  place: column<string[]>(cities, "place"),
  value: column<Float64Array>(cities, "value"),
  weights: { from: column<string[]>(weights, "from"), to: column<string[]>(weights, "to") },
};

function median(run: () => unknown): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[7] as number;
}

const row = (what: string, run: () => unknown, peer: string) =>
  console.log(`${what.padEnd(44)} ${median(run).toFixed(1).padStart(8)} ms   ${peer}`);

row("local Moran, 3,025 places x 999, row", () => localMoran(input, { permutations, style: "row" }), "spdep 1240 ms");
row("local Moran, 3,025 places, no placings", () => localMoran(input, { permutations: 0, style: "row" }), "");
row("global Moran, 3,025 places x 999, row", () => moran(input, { permutations, style: "row" }), "spdep 610 ms");
