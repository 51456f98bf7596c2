import { existsSync } from "node:fs";

// `npm test` needs Node alone. What it leaves out is said here, so that nobody takes it for run.
const goldens = process.env.CONURB_GOLDENS ?? "";
const notRun = [
  "the report in a real browser: npm run test:browser (needs Chromium; CONURB_CHROMIUM names it)",
  ...(existsSync(goldens) ? [] : ["reference outputs outside the repository: set CONURB_GOLDENS to their folder"]),
  "R: the oracles' outputs are committed; Rscript oracles/NAME.R makes them again",
  "size, power and coverage by simulation: npm run verify (about a minute; recorded in verify/README.md)",
  "benchmarks: npm run bench (recorded in bench/README.md)",
];
process.stdout.write(`Not run here:\n${notRun.map((line) => `  - ${line}\n`).join("")}`);
