import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// Packs every room as it would be published, installs the packs in an empty folder, and uses them there: as a command, with a
// study on the figures that ship, and as a library. Needs the package registry for the dependencies.
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "conurb-packed-"));
const run = (command, args, options = {}) => execFileSync(command, args, { cwd: folder, encoding: "utf8", ...options });

try {
  for (const room of ["atlas", "core", "store", "figures", "server", "web", "cli"]) {
    run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: join(root, "packages", room) });
  }
  const packs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
  run("npm", ["install", "--silent", "--no-audit", "--no-fund", ...packs.map((name) => `./${name}`)]);

  writeFileSync(join(folder, "cities.csv"), "city,a,b\nX,0.4,0.6\nY,0.2,0.5\n");
  const calc = ["conurb", "calc", "composite/coupling-coordination", "cities.csv", "--place", "city", "--json"];
  const { scalars, n } = JSON.parse(run("npx", calc));
  expect(n === 2 && scalars.meanCoupling > 0.9, "calc");

  const study = `conurb: 1
title: { en: Jobs, zh: 从业 }
cluster: jing-jin-ji@2015
datasets:
  jobs: { atlas: china-clusters/employment }
  national: { atlas: china-clusters/national_employment, places: all }
analyses:
  special: { use: structure/krugman, on: { data: jobs, reference: national } }
`;
  writeFileSync(join(folder, "study.yaml"), study);
  run("npx", ["conurb", "report", ".", "--lang", "en", "--format", "html,docx"]);
  const written = readdirSync(join(folder, "out"));
  expect(written.includes("report.en.html") && written.includes("report.en.docx"), "report");

  // the workbench comes with its pages
  const serving = spawn("npx", ["conurb", "serve", "study.yaml", "--no-open", "--json"], {
    cwd: folder,
    detached: true,
  });
  try {
    const [said] = await once(serving.stdout, "data");
    const opening = await fetch(JSON.parse(said).address, { redirect: "manual" });
    expect(opening.status === 303, "serve: the opening address");
    const cookie = opening.headers.get("set-cookie").split(";")[0];
    const page = await fetch(new URL("/", opening.url), { headers: { cookie } });
    expect(page.status === 200 && (await page.text()).includes("/assets/"), "serve: the page");
  } finally {
    process.kill(-serving.pid, "SIGTERM");
  }

  // what the README shows is what a user types
  const readme = readFileSync(join(root, "packages/core/README.md"), "utf8");
  const blocks = (language) =>
    [...readme.matchAll(new RegExp(`^\`{3}${language}\\n(.*?)^\`{3}$`, "gms"))].map(([, block]) => block);
  const examples = blocks("js");
  expect(examples.length > 2, "examples");
  for (const example of examples) {
    writeFileSync(join(folder, "use.js"), example);
    const printed = run(process.execPath, ["use.js"]).split("\n");
    const said = [...example.matchAll(/console\.log\(.*\);(?: \/\/ (.*))?$/gm)].map(([, line]) => line);
    said.forEach((line, at) => {
      expect(line === undefined || printed[at] === line, `example: ${line}`);
    });
  }
  writeFileSync(join(folder, "typed.ts"), blocks("ts").join("\n"));
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--skipLibCheck"];
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...flags, "typed.ts"]);
  console.log(`packed: ${packs.length} packs installed and used`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function expect(holds, what) {
  if (!holds) throw new Error(`packed: ${what} does not hold`);
}
