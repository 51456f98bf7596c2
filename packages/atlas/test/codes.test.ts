import { describe, expect, it } from "vitest";
import { packages, type Row, rows, tables } from "./atlas.ts";

const places = rows("codes/places");
const changes = rows("codes/changes");
const crossings = rows("codes/crossings");
const lists = rows("codes/lists");
const year = (date: string) => Number(date.slice(0, 4));
const inForce = ({ since, until }: Row, at: number) =>
  (since === "" || year(since) <= at) && (until === "" || year(until) > at);

describe("places", () => {
  // Ministry of Civil Affairs, statistical communiques: units of prefectural level at the end of the year (from memory; 2018
  // counts Laiwu, which the table keeps until January 2019)
  it.each([
    [2003, 333],
    [2010, 333],
    [2011, 332],
    [2012, 333],
    [2014, 333],
    [2015, 334],
    [2017, 334],
    [2018, 334],
    [2019, 333],
    [2024, 333],
  ])("are so many prefectures at the end of %i: %i", (at, count) => {
    expect(places.filter((place) => place.level === "prefecture" && inForce(place, at))).toHaveLength(count);
  });

  it("are 34 provinces, and all 13, 41 and 11 members of the three clusters", () => {
    expect(places.filter(({ level }) => level === "province")).toHaveLength(34);
    const known = new Set(places.filter(({ until }) => until === "").map(({ code, name_zh }) => code + name_zh));
    for (const { code, name_zh } of [...rows("china-clusters/places"), ...rows("china-provinces/provinces")]) {
      expect(known.has(code + name_zh), name_zh).toBe(true);
    }
  });

  it("have English names as the other packages write them", () => {
    const names = new Map(places.filter(({ until }) => until === "").map(({ code, name_en }) => [code, name_en]));
    const differ = rows("china-clusters/places").filter(({ code, name_en }) => names.get(code) !== name_en);
    expect(differ).toEqual([]);
  });

  it("lie in a place of the table, and one code has one name at a time", () => {
    const codes = new Set(places.map(({ code }) => code));
    expect(places.filter(({ parent, level }) => (level === "province" ? parent !== "" : !codes.has(parent)))).toEqual(
      [],
    );
    for (let at = 2000; at <= 2024; at += 1) {
      const here = places.filter((place) => inForce(place, at)).map(({ code }) => code);
      expect(new Set(here).size).toBe(here.length);
    }
  });
});

describe("changes", () => {
  const dates = (column: "since" | "until") => new Set(places.map((place) => `${place.code} ${place[column]}`));
  const [begins, ends] = [dates("since"), dates("until")];

  it("are of codes of the table, which end when they are given up and begin when they are new", () => {
    const codes = new Set(places.map(({ code }) => code));
    for (const { date, kind, old_code, new_code } of changes) {
      expect([codes.has(old_code), codes.has(new_code)], `${old_code} ${new_code}`).toEqual([true, true]);
      if (kind !== "ceded") expect(ends.has(`${old_code} ${date}`), `${old_code} ends ${date}`).toBe(true);
      if (["recoded", "upgraded", "moved", "renamed"].includes(kind)) {
        expect(begins.has(`${new_code} ${date}`), `${new_code} begins ${date}`).toBe(true);
      }
    }
    const gone = new Set(changes.map(({ date, old_code }) => `${old_code} ${date}`));
    expect(places.filter(({ code, until }) => until !== "" && !gone.has(`${code} ${until}`))).toEqual([]);
  });

  it("split into more than one place, or an upgraded code takes it over; all others into one", () => {
    const targets = new Map<string, string[]>();
    for (const { date, kind, old_code, new_code } of changes) {
      if (kind === "ceded") continue;
      const key = `${date} ${kind} ${old_code}`;
      targets.set(key, [...(targets.get(key) ?? []), new_code]);
    }
    const wrong = [...targets].filter(([key, to]) => key.includes(" split ") !== to.length > 1);
    expect(wrong).toEqual([]);
  });

  it("carry the facts that a study of Chinese cities meets", () => {
    const of = (code: string) =>
      changes
        .filter(({ old_code }) => old_code === code)
        .map(({ date, kind, new_code }) => `${date} ${kind} ${new_code}`);
    expect(of("341400")).toEqual(["2011-08 split 340100", "2011-08 split 340200", "2011-08 split 340500"]);
    expect(of("371200")).toEqual(["2019-01 merged 370100"]);
    expect(of("420600")).toEqual(["2010-11 renamed 420600"]);
    expect(of("131181")).toEqual(["2016 upgraded 131103"]);
    expect(changes.filter(({ new_code }) => new_code === "460300")).toHaveLength(3);
  });

  it("name their source and how it was checked, and give no share that nobody knows", () => {
    expect(changes.filter(({ source, checked }) => source === "" || checked !== "secondary")).toEqual([]);
    expect(changes.filter(({ share }) => share !== "")).toEqual([]);
  });
});

describe("sections and crossings", () => {
  const sections = new Set(rows("codes/sections").map(({ system, section }) => `${system} ${section}`));

  it("have as many sections as their classifications", () => {
    const count = (system: string) => rows("codes/sections", { system }).length;
    // GB/T 4754: A to T; ISIC, NACE, SIC: A to U; NAICS: 20 sectors; JSIC: A to T
    expect(["gbt-4754-2002", "gbt-4754-2011", "gbt-4754-2017", "jsic-13"].map(count)).toEqual([20, 20, 20, 20]);
    expect(["isic-4", "nace-2", "sic-2007"].map(count)).toEqual([21, 21, 21]);
    expect(["naics-2012", "naics-2017"].map(count)).toEqual([20, 20]);
  });

  it("are crossed from section to section that there are", () => {
    for (const { system, section, to_system, to_section } of crossings) {
      expect(sections.has(`${system} ${section}`) && sections.has(`${to_system} ${to_section}`)).toBe(true);
    }
  });

  it("leave no section without a target, and only those of JSIC that cannot be placed without a main one", () => {
    const to = (system: string) =>
      system.startsWith("isic") ? [] : crossings.filter((row) => row.system === system && row.to_system === "isic-4");
    for (const { system, section } of rows("codes/sections")) {
      if (system === "isic-4" || system === "naics-2012" || (system === "jsic-13" && section === "T")) continue;
      const own = to(system).filter((row) => row.section === section);
      const main = own.filter(({ extent }) => extent === "main");
      expect(own.length > 0, `${system} ${section}`).toBe(true);
      if (system !== "jsic-13") expect(main.length > 0, `${system} ${section}`).toBe(true);
    }
    const homeless = rows("codes/sections", { system: "jsic-13" })
      .map(({ section }) => section)
      .filter((section) => !to("jsic-13").some((row) => row.section === section && row.extent === "main"));
    expect(homeless).toEqual(["Q", "T"]);
  });

  it("say part exactly where there are several targets", () => {
    const times = new Map<string, number>();
    const keyOf = ({ system, section, to_system }: Row) => `${system} ${section} ${to_system}`;
    for (const row of crossings) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1);
    const wrong = crossings.filter((row) => (row.kind === "part") !== (times.get(keyOf(row)) ?? 0) > 1);
    expect(wrong.map(keyOf)).toEqual([]);
  });

  it("agree with the nearest sections that the industry lists name", () => {
    for (const [list, system] of [
      ["china-clusters/industries", "gbt-4754-2002"],
      ["japan/industries", "jsic-13"],
    ]) {
      for (const { letter, isic_rev4 } of rows(list)) {
        const targets = crossings
          .filter((row) => row.system === system && row.section === letter && row.to_system === "isic-4")
          .map((row) => row.to_section);
        expect(
          isic_rev4.split("+").filter((section) => !targets.includes(section)),
          `${list} ${letter}`,
        ).toEqual([]);
      }
    }
  });
});

describe("lists", () => {
  it("know each code of each industry list of the atlas, and no other", () => {
    const industries = tables.filter(({ resource }) => resource.shape === "industries");
    for (const { id, resource } of industries) {
      const codes = rows(id).map((row) => row[resource.roles.industry as string]);
      const known = lists.filter(({ list }) => list === id).map(({ code }) => code);
      expect(known.sort(), id).toEqual([...codes].sort());
    }
    expect(new Set(lists.map(({ list }) => list))).toEqual(new Set(industries.map(({ id }) => id)));
  });

  it("stand for sections of their classification, totals for none", () => {
    const sections = new Set(rows("codes/sections").map(({ system, section }) => `${system} ${section}`));
    for (const { system, sections: named, kind } of lists) {
      const codes = named.split(";").filter(Boolean);
      expect(codes.every((code) => sections.has(`${system} ${code}`))).toBe(true);
      expect(codes.length === 0).toBe(kind === "total" || kind === "unclassified");
    }
  });
});

it("says that deflators are not here", () => {
  const { lacks } = packages.find(({ name }) => name === "codes")!;
  expect(lacks.some(({ en }) => en.startsWith("Deflators"))).toBe(true);
});
