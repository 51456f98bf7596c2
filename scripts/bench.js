import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { runnerImport } from "vite";

// `npm run bench` runs every benchmark, `npm run bench -- moran` one of them. Figures are recorded in bench/README.md.
const asked = process.argv.slice(2);
const folder = resolve(import.meta.dirname, "../bench");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -3)] : []));

console.log(`${cpus()[0]?.model}, ${cpus().length} cores, node ${process.versions.node}`);
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${name}`);
  await runnerImport(resolve(folder, `${name}.ts`), { logLevel: "error", resolve: { conditions: ["conurb-source"] } });
}
