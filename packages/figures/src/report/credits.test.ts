import { expect, it } from "vitest";
import { creditLine } from "./credits.ts";
import type { Credit, ReportModel } from "./model.ts";
import { sayIn } from "./words.ts";

const both = (en: string, zh: string) => ({ en, zh });
const bureau = both("Bureau of Statistics", "统计局");
const yearbook = { publisher: bureau, work: both("City Yearbook 2020", "《城市年鉴》2020 年版") };
const census = { publisher: bureau, work: both("census of 2020", "2020 年普查公报") };
const ministry = {
  publisher: both("Ministry of Housing", "住房部"),
  work: both("Construction Yearbook", "《建设年鉴》"),
};
const own = { publisher: both("a survey of ours", "自行调查") };

const modelOf = (notes: Readonly<Record<string, readonly Credit[]>>) =>
  ({
    notes: new Map(Object.entries(notes).map(([name, sources]) => [name, { sources }])),
  }) as unknown as ReportModel;
const line = (notes: Readonly<Record<string, readonly Credit[]>>, language: "en" | "zh") =>
  creditLine(new Map(Object.keys(notes).map((name) => [name, "all"])), modelOf(notes), language, sayIn(language));

it("names an agency once, with its works, in both languages", () => {
  const notes = { jobs: [yearbook, ministry], people: [census], prices: [own, yearbook] };
  expect(line(notes, "en")).toBe(
    "Bureau of Statistics, City Yearbook 2020, census of 2020; a survey of ours; Ministry of Housing, Construction Yearbook",
  );
  expect(line(notes, "zh")).toBe("统计局，《城市年鉴》2020 年版，2020 年普查公报；自行调查；住房部，《建设年鉴》");
});

it("cuts a long list after the agencies that fit, and says how many are left", () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    publisher: both(`Statistical office of province ${at}`, `第${at}省统计局`),
    work: both("statistical yearbook and communiques", "统计年鉴与统计公报"),
  }));
  const cut = line({ all: [yearbook, census, ...many] }, "en");
  expect(cut).toMatch(
    /^Bureau of Statistics, City Yearbook 2020; Statistical office of province 0, .*; and \d+ more, see data notes$/,
  );
  const left = Number(/and (\d+) more/.exec(cut)?.[1]);
  expect(left + (cut.match(/;/g)?.length ?? 0)).toBe(32); // a work an agency, and the census among those left
  expect(line({ all: [yearbook, ...many] }, "zh")).toMatch(/；另有 \d+ 项，见数据说明$/);
});

it("names a yearbook once for all its editions", () => {
  const older = { publisher: bureau, work: both("City Yearbook 2014, 2019", "《城市年鉴》2014、2019 年版") };
  expect(line({ city: [older], jobs: [yearbook] }, "en")).toBe("Bureau of Statistics, City Yearbook 2014, 2019, 2020");
  expect(line({ city: [older], jobs: [yearbook] }, "zh")).toBe("统计局，《城市年鉴》2014、2019、2020 年版");
});

it("leaves out sources of columns that are not read", () => {
  const notes = { city: [{ ...yearbook, columns: ["loans"] }, { ...ministry, columns: ["roads"] }, own] };
  const of = (...columns: string[]) =>
    creditLine(new Map([["city", new Set(columns)]]), modelOf(notes), "en", sayIn("en"));
  expect(of("roads")).toBe("Ministry of Housing, Construction Yearbook; a survey of ours");
  expect(of("loans", "roads")).toContain("City Yearbook 2020; Ministry");
});

it("has nothing to say of data without a source", () => expect(line({ a: [], b: [] }, "en")).toBe(""));
