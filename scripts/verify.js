import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { runnerImport } from "vite";

// `npm run verify` simulates everything and compares with verify/results.json, `npm run verify -- moran` one method of them;
// `npm run verify -- --write` records results and table anew, with methods named those of them and the others as they are.
const seed = 1;
const errorsAllowed = 3;
const digits = 6;
const lastDigit = 1.5 * 10 ** -digits; // figures are recorded to six decimals; other runtimes may round the last one apart

const folder = resolve(import.meta.dirname, "../verify");
const [resultsFile, readmeFile] = [resolve(folder, "results.json"), resolve(folder, "README.md")];
const asked = process.argv.slice(2).filter((each) => each !== "--write");
const write = process.argv.includes("--write");
const methods = readdirSync(folder).flatMap((file) => (isSimulation(file) ? [file.slice(0, -3)] : []));
const problems = asked.flatMap((each) => (methods.includes(each) ? [] : [`${each}: not one of ${methods.join(", ")}`]));
if (problems.length > 0) stop(2);

const results = { seed, checks: [] };
for (const method of methods) {
  if (asked.length > 0 && !asked.includes(method)) continue;
  const start = performance.now();
  const { module } = await runnerImport(resolve(folder, `${method}.ts`), {
    logLevel: "error",
    resolve: { conditions: ["conurb-source"] },
  });
  const checks = (await module.default(seed)).map((each) => ({ method, ...rounded(each) }));
  results.checks.push(...checks);
  console.log(`\n${method}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  for (const each of checks) console.log(`  ${lineOf(each)}`);
  problems.push(...checks.filter(broken).map((each) => `${method}: theory and simulation differ: ${lineOf(each)}`));
}

if (write) record();
else compare();
if (problems.length > 0) stop(3);
console.log(write ? "\nrecorded in verify/results.json and verify/README.md" : "\nas promised, and as recorded");

function isSimulation(file) {
  return file.endsWith(".ts") && /^export default/m.test(readFileSync(resolve(folder, file), "utf8"));
}

function rounded(check) {
  const round = (value) => (value === null ? null : Number(value.toFixed(digits)));
  return {
    ...check,
    nominal: round(check.nominal),
    found: round(check.found),
    standardError: round(check.standardError),
  };
}

function broken({ promise, nominal, found, standardError }) {
  const off = found - nominal;
  const allowed = errorsAllowed * standardError;
  if (promise === "exactly") return !(Math.abs(off) <= allowed);
  if (promise === "at most") return !(off <= allowed);
  if (promise === "at least") return !(off >= -allowed);
  return false;
}

function lineOf({ what, promise, nominal, found, standardError, runs }) {
  const off = nominal === null ? "" : ` (${((found - nominal) / standardError).toFixed(1)} errors off)`;
  return `${what}: ${promise}${nominal === null ? "" : ` ${nominal.toFixed(4)}`}, found ${found.toFixed(4)} ± ${standardError.toFixed(4)}${off}, ${runs} runs`;
}

function tableOf(checks) {
  const row = ({ method, what, promise, nominal, found, standardError, runs }) =>
    `| ${method} | ${what} | ${promise} | ${nominal === null ? "" : nominal.toFixed(4)} | ${found.toFixed(4)} | ${standardError.toFixed(4)} | ${runs} |`;
  const head = "| method | quantity | theory promises | nominal | found | Monte Carlo error | runs |";
  return [head, "|---|---|---|---|---|---|---|", ...checks.map(row)].join("\n");
}

function record() {
  const before = asked.length > 0 ? JSON.parse(readFileSync(resultsFile, "utf8")).checks : [];
  const told = [...before.filter(({ method }) => !asked.includes(method)), ...results.checks];
  const checks = methods.flatMap((method) => told.filter((each) => each.method === method));
  writeFileSync(resultsFile, `${JSON.stringify({ seed, checks }, null, 2)}\n`);
  const readme = readFileSync(readmeFile, "utf8");
  // a function, so that nothing in the table is read as a pattern
  writeFileSync(
    readmeFile,
    readme.replace(/^\| method.*(\n\|.*)*/m, () => tableOf(checks)),
  );
}

function compare() {
  const recorded = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, "utf8")) : { checks: [] };
  if (recorded.seed !== seed) problems.push(`recorded with seed ${recorded.seed}, expected ${seed}`);
  const keyOf = ({ method, what }) => `${method}: ${what}`;
  const wanted = new Map(recorded.checks.map((each) => [keyOf(each), each]));
  for (const each of results.checks) {
    const before = wanted.get(keyOf(each));
    wanted.delete(keyOf(each));
    if (before === undefined || !alike(before, each)) {
      problems.push(`not as recorded: ${keyOf(each)}: ${JSON.stringify(each)}, recorded ${JSON.stringify(before)}`);
    }
  }
  for (const [key, { method }] of wanted) {
    if (asked.length === 0 || asked.includes(method)) problems.push(`recorded, no longer simulated: ${key}`);
  }
  if (!readFileSync(readmeFile, "utf8").includes(tableOf(recorded.checks))) {
    problems.push("the table of verify/README.md is not that of verify/results.json");
  }
}

function alike(a, b) {
  if (a.promise !== b.promise || a.runs !== b.runs || (a.nominal === null) !== (b.nominal === null)) return false;
  return ["nominal", "found", "standardError"].every((name) => Math.abs(a[name] - b[name]) <= lastDigit);
}

function stop(code) {
  console.error(`\n${problems.join("\n")}`);
  process.exit(code);
}
