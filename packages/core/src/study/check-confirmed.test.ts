import { expect, it } from "vitest";
import { atlasTable } from "../../test/atlas-table.ts";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { placesIn } from "../places/dated-place.ts";
import { checkStudy } from "./check.ts";

const named = placesIn(atlasTable("codes/places.csv"), "gb2260");
const tableOf = (names: readonly string[], years: readonly number[]) =>
  makeTable(
    "cities",
    [],
    [labels("city", names), numbers("year", "1", years), numbers("people", "10 thousand persons", [...names.keys()])],
    { source: { dataset: "cities", file: "cities.csv" }, roles: { place: "city", year: "year" } },
  );

async function check(names: readonly string[], years: readonly number[], confirm: string, places = "all") {
  const { ports } = memoryPorts({ "cities.csv": tableOf(names, years) }, { named });
  const text = `conurb: 1
title: { en: A, zh: 甲 }
${confirm}
datasets: { cities: { file: cities.csv, places: ${places}, roles: { place: city, year: year } } }
analyses: { first: { use: hierarchy/primacy, on: { data: { from: cities, roles: { size: people } } } } }
`;
  const { problems, notes, data } = await checkStudy(text, "study.yaml", ports);
  const codes = (await data?.dataset("cities").catch(() => undefined))?.columns[0]?.values;
  const told = [...problems, ...notes].map(({ code, place }) => [code, place?.line]);
  return { codes, told, texts: [...problems, ...notes].map((each) => each.text.en) };
}

it("a plain file without a cluster gets the codes of its names where most are listed, or where the study confirms one", async () => {
  expect((await check(["石家庄", "保定", "某高新区"], [2009, 2009, 2009], "")).codes).toEqual([
    "130100",
    "130600",
    "某高新区",
  ]);
  expect((await check(["Alpha", "Beta"], [2009, 2009], "")).codes).toEqual(["Alpha", "Beta"]);
  const own = await check(["甲区", "乙区", "襄樊市"], [2015, 2015, 2015], "places: { confirm: { 襄樊市: '420600' } }");
  expect(own.codes).toEqual(["甲区", "乙区", "420600"]);
});

it("the year of a row decides which place a name was, in a file as on a page", async () => {
  const { codes } = await check(["巢湖", "莱芜", "石家庄"], [2009, 2009, 2009], "");
  expect(codes).toEqual(["341400", "371200", "130100"]);
  const later = await check(["巢湖", "石家庄"], [2015, 2015], "");
  expect(later.told[0]?.[0]).toBe("place-proposed");
});

it("what is confirmed as no code is refused once, and a name that no dataset has is noted, each with its line", async () => {
  const confirm = (...more: string[]) => ["places:", "  confirm:", '    朝阳: "211300"', ...more].join("\n");
  const names = ["朝阳", "石家庄", "达县"];
  const years = [2009, 2009, 2009];
  const wrong = await check(names, years, confirm('    达县: "511721"'));
  expect(wrong.told[0]).toEqual(["place-confirmed-unknown", 6]);
  expect(wrong.texts[0]).toBe("places.confirm: 达县 is confirmed as 511721, which is no code of the lists of places");
  const idle = await check(names, years, confirm('    襄樊市: "420600"'));
  expect(idle.told).toContainEqual(["place-confirmed-unused", 6]);
  expect(idle.texts).toContain("places.confirm: 襄樊市 is confirmed, and no dataset has this name");
  const sound = await check(names, years, confirm());
  expect(sound.told.map(([code]) => code)).toEqual(["places-unknown-names"]);
});
