/**
 * Workbooks into typed tables: 50,000 rows of 4 columns (goal: within 1.5 times the decoder's own time, measured here), and
 * a yearbook page of 293 cities x 20 years x 30 variables under a merged head (goal: well under a second). Ours is measured as it is
 * built, like the decoder: a source file run through vite asks for each import anew at every call.
 *
 * Run: npm run bench -- import-workbook
 */
import { random } from "@conurb/core/contract";
import { guessLayout, readPage } from "@conurb/core/sheets";
import { decodeWorkbook } from "@conurb/store";
import { readXlsx, writeXlsx } from "hucre/xlsx";

const draw = random(1, "bench/import-workbook");
const figure = (): number => Math.round(draw.uniform() * 1e6) / 100;

/** Medians of several tasks, run in turn, so that what else the machine does falls on all of them alike. */
async function medians(times: number, ...runs: readonly (() => unknown)[]): Promise<number[]> {
  const taken = runs.map((): number[] => []);
  for (let at = 0; at < times; at += 1) {
    for (const [which, run] of runs.entries()) {
      const start = performance.now();
      await run();
      taken[which]?.push(performance.now() - start);
    }
  }
  return taken.map((each) => each.sort((a, b) => a - b)[times >> 1] as number);
}

const row = (what: string, milliseconds: number, peer = "") =>
  console.log(`${what.padEnd(64)} ${milliseconds.toFixed(0).padStart(8)} ms   ${peer}`);

async function flat(): Promise<void> {
  const rows = Array.from({ length: 50_000 }, (_, at) => [
    `城市${at % 2500}市`,
    2001 + Math.floor(at / 2500),
    figure(),
    figure(),
  ]);
  const bytes = await writeXlsx({
    sheets: [{ name: "数据", rows: [["城市", "年份", "生产总值(亿元)", "人口(万人)"], ...rows] }],
  });
  const known = guessLayout((await decodeWorkbook(bytes, "a.xlsx")).sheets[0] as never).layout;
  const [decoder, sheets, read, whole] = (await medians(
    9,
    () => readXlsx(bytes),
    () => decodeWorkbook(bytes, "a.xlsx"),
    async () => readPage((await decodeWorkbook(bytes, "a.xlsx")).sheets[0] as never, known as never),
    async () => {
      const [sheet] = (await decodeWorkbook(bytes, "a.xlsx")).sheets;
      const { layout } = guessLayout(sheet as never);
      const { account, problemCount } = readPage(sheet as never, layout as never);
      if (account.read !== 100_000 || problemCount > 0) throw new Error("figures were lost");
    },
  )) as [number, number, number, number];
  row("50,000 rows x 4: the decoder alone", decoder);
  row("50,000 rows x 4: to sheets", sheets, `${(sheets / decoder).toFixed(2)} times the decoder`);
  row(
    "50,000 rows x 4: to sheets, by a known layout to a table",
    read,
    `${(read / decoder).toFixed(2)} times the decoder`,
  );
  row(
    "50,000 rows x 4: to sheets, layout guessed, to a table",
    whole,
    `${(whole / decoder).toFixed(2)} times the decoder`,
  );
}

async function yearbook(): Promise<void> {
  const [cities, years, variables] = [293, 20, 30];
  const heads = Array.from({ length: variables }, (_, at) => [
    `指标${at + 1}(亿元)`,
    ...Array(years - 1).fill(null),
  ]).flat();
  const below = Array.from({ length: variables }, () => Array.from({ length: years }, (_, at) => 2001 + at)).flat();
  const rows = Array.from({ length: cities }, (_, at) => [`城市${at}市`, ...below.map(figure)]);
  const merges = Array.from({ length: variables }, (_, at) => ({
    startRow: 1,
    startCol: 1 + at * years,
    endRow: 1,
    endCol: (at + 1) * years,
  }));
  const bytes = await writeXlsx({
    sheets: [{ name: "数据", rows: [["城市指标"], ["城市", ...heads], [null, ...below], ...rows], merges }],
  });
  const [sheet] = (await decodeWorkbook(bytes, "b.xlsx")).sheets;
  const guessed = guessLayout(sheet as never).layout;
  const [decoder, guess, read] = (await medians(
    5,
    () => readXlsx(bytes),
    () => guessLayout(sheet as never),
    () => {
      const { account } = readPage(sheet as never, guessed as never);
      if (account.read !== cities * years * variables) throw new Error("figures were lost");
    },
  )) as [number, number, number];
  row(`${cities} cities x ${years} years x ${variables} variables: the decoder alone`, decoder);
  row("the same: layout guessed", guess);
  row("the same: read by the layout", read);
}

await flat();
await yearbook();
