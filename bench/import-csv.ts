/**
 * A large CSV read as a stream: columns with kinds and units, problems, notes, and the account of every cell. Peer: DuckDB's own reader
 * on the same file, types found out, into a table in memory, on as many threads as it takes. Goals: 1,000,000 rows within 3 times
 * DuckDB, 1 GB without more memory than 1,000,000 rows take, read and written anew.
 *
 * Run: npm run bench -- import-csv
 */
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { random } from "../packages/core/src/contract/random.ts";
import { convertCsv } from "../packages/store/src/decode/csv/convert-csv.ts";
import { surveyCsv } from "../packages/store/src/decode/csv/survey-csv.ts";

const folder = mkdtempSync(join(tmpdir(), "conurb-bench-"));
const industries = ["农业", "工业", "建筑业", "批发零售", "金融", "房地产"];

async function write(path: string, rows: number): Promise<void> {
  const draw = random(1, "bench/import-csv");
  const whole = (below: number) => Math.floor(draw.uniform() * below);
  const out = createWriteStream(path);
  let text = "code,place,year,industry,employment,wage,value_added (10000 yuan),share\n";
  for (let row = 0; row < rows; row += 1) {
    const code = 110000 + whole(900);
    const value = draw.uniform() < 0.02 ? "" : (draw.uniform() * 1e6).toFixed(3);
    text += `${code},地区${code},${2000 + whole(22)},${industries[whole(6)]},${whole(100_000)},`;
    text += `${(draw.uniform() * 1e5).toFixed(2)},${value},${draw.uniform().toFixed(6)}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await finished(out);
}

async function median(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < 6; nth += 1) {
    const start = performance.now();
    await run();
    if (nth > 0) times.push((performance.now() - start) / 1000);
  }
  return times.sort((a, b) => a - b)[2] as number;
}

async function peer(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE read AS SELECT * FROM read_csv('${path}')`);
  connection.closeSync();
  instance.closeSync();
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const peak = () => megabytes(process.resourceUsage().maxRSS * 1024);

const million = join(folder, "million.csv");
await write(million, 1_000_000);
const own = await median(async () => {
  const { rows, account } = await surveyCsv(million, { name: "bench" });
  if (rows !== 1_000_000 || account.refused > 0) throw new Error("the account is wrong");
});
console.log(`${own.toFixed(2)} s  peak ${peak()}  1,000,000 rows x 8, ${megabytes(statSync(million).size)}`);

const large = join(folder, "large.csv");
await write(large, 15_000_000);
const start = performance.now();
const survey = await surveyCsv(large, { name: "bench" });
const { account } = survey;
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${seconds} s  peak ${peak()}  ${account.cells} cells, ${megabytes(statSync(large).size)}`);
for (const ending of ["csv", "parquet"]) {
  const out = join(folder, `anew.${ending}`);
  const before = process.cpuUsage();
  await convertCsv(large, "bench", survey, out);
  const { user, system } = process.cpuUsage(before);
  const taken = ((user + system) / 1e6).toFixed(0);
  console.log(
    `${taken} s of processor time  peak ${peak()}  written anew as ${ending}, ${megabytes(statSync(out).size)}`,
  );
  rmSync(out);
}
rmSync(large);

const theirs = await median(() => peer(million));
console.log(
  `${theirs.toFixed(2)} s  peak ${peak()}  DuckDB, 1,000,000 rows: ours take ${(own / theirs).toFixed(2)} times that`,
);
rmSync(folder, { recursive: true });
