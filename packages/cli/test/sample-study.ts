import { random } from "@conurb/core/contract";

/** Thirty places on a plane with five figures each: made up, drawn from a fixed seed. */
function figures(): string {
  const draw = random(1, "cli/sample-study");
  const rows = Array.from({ length: 30 }, (_, at) => {
    const code = `p${String(at).padStart(2, "0")}`;
    const [x, y] = [116 + (at % 6) / 2, 38 + Math.floor(at / 6) / 2];
    const values = Array.from({ length: 5 }, () => (1 + 9 * draw.uniform()).toFixed(2));
    return [code, at % 2 === 0 ? "east" : "west", x, y, ...values].join(",");
  });
  return `${["code,region,x,y,gdp,people,doctors,schools,green", ...rows].join("\n")}\n`;
}

/** A study that uses every way of computing: in this thread, in another, and spread over several. */
export function sampleStudy({ seed = 1, draws = 2000 } = {}): Record<string, string> {
  const members = Array.from({ length: 30 }, (_, at) => `p${String(at).padStart(2, "0")}`).join(", ");
  const studyYaml = `conurb: 1
title: { zh: 例, en: Example }
seed: ${seed}
cluster: { all: { title: { zh: 全部, en: All }, members: [${members}] } }
datasets:
  mine:
    file: data/figures.csv
    roles: { place: code, lon: x, lat: y, values: [gdp, people, doctors, schools, green] }
    units: { gdp: yuan, people: person, doctors: person, schools: "1", green: km2 }
indicators:
  main:
    aspects:
      wealth: { indicators: { rich: { expr: mine.gdp / mine.people }, grown: { expr: mine.gdp } } }
      life: { indicators: { care: { expr: mine.doctors / mine.people }, space: { expr: mine.green / mine.people } } }
recipes:
  plain: { indicators: main }
analyses:
  gap: { use: inequality/theil, on: { data: { from: mine, roles: { value: gdp, weight: people, groups: region } } } }
  near: { use: spatial/weights, on: { places: mine }, with: { k: 3 } }
  alike: { use: spatial/moran, on: { cities: { from: mine, roles: { value: gdp } }, weights: near }, with: { permutations: 199 } }
  spots: { use: spatial/local-moran, on: { cities: { from: mine, roles: { value: gdp } }, weights: near }, with: { permutations: 199 } }
  index: { use: composite/index, on: { data: main, recipe: plain } }
  ranks: { use: composite/rank-uncertainty, on: { data: main, recipe: plain }, with: { draws: ${draws} } }
`;
  return { "study.yaml": studyYaml, "data/figures.csv": figures() };
}
