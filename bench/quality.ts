/**
 * Everything that `conurb check` says of figures: 293 places x 20 years x 30 columns, clean and with faults of each kind (goal: a second).
 *
 * Run: npm run bench -- quality
 */
import { random } from "../packages/core/src/contract/random.ts";
import { labels, makeTable, numbers } from "../packages/core/src/contract/table.ts";
import { checkTable } from "../packages/core/src/quality/check-table.ts";

const [places, years, columns] = [293, 20, 30];
const draw = random(1, "bench/quality");

/** Figures that grow by some percent a year, in two decimals; every fourth column is the sum of the three before it. */
function figures(): Float64Array[] {
  const made: Float64Array[] = [];
  for (let column = 0; column < columns; column += 1) {
    const values = new Float64Array(places * years);
    for (let place = 0; place < places; place += 1) {
      let level = Math.exp(draw.normal() + 5);
      for (let year = 0; year < years; year += 1) {
        level *= 1.05 + 0.03 * draw.normal();
        const parts = made.slice(-3).map((each) => each[place * years + year] as number);
        const sum = parts.reduce((all, value) => all + value, 0);
        values[place * years + year] = Math.round((column % 4 === 3 ? sum : level) * 100) / 100;
      }
    }
    made.push(values);
  }
  return made;
}

function tableOf(values: readonly Float64Array[]) {
  const codes = Array.from({ length: places * years }, (_, row) => String(100_000 + Math.floor(row / years)));
  const time = Float64Array.from({ length: places * years }, (_, row) => 2001 + (row % years));
  const measures = values.map((each, at) => numbers(`v${at + 1}`, at % 2 === 0 ? "yuan" : "person", each));
  return makeTable("bench", ["code", "year"], [labels("code", codes), numbers("year", "year", time), ...measures], {
    roles: { place: "code", year: "year", values: measures.map(({ name }) => name) },
  });
}

/** One cell in a hundred is ten thousand times too large, missing, -999, or that of the year before. */
function spoilt(values: readonly Float64Array[]): Float64Array[] {
  return values.map((each) =>
    each.map((value, at) => {
      const chance = draw.uniform();
      if (chance < 0.0025) return value * 1e4;
      if (chance < 0.005) return Number.NaN;
      if (chance < 0.0075) return -999;
      return chance < 0.01 && at > 0 ? (each[at - 1] as number) : value;
    }),
  );
}

const clean = figures();
for (const [what, table] of [
  ["clean", tableOf(clean)],
  ["one cell in a hundred spoilt", tableOf(spoilt(clean))],
] as const) {
  const times: number[] = [];
  let faults = 0;
  for (let nth = 0; nth < 6; nth += 1) {
    const start = process.cpuUsage();
    faults = checkTable(table).faults.length;
    const { user, system } = process.cpuUsage(start);
    if (nth > 0) times.push((user + system) / 1000);
  }
  const middle = times.sort((a, b) => a - b)[2] as number;
  const cells = `${places} places x ${years} years x ${columns} columns`;
  console.log(`${middle.toFixed(0).padStart(8)} ms of processor time  ${cells}, ${what}: ${faults} faults`);
}
