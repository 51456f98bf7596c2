import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const conurb = `"${process.execPath}" "${join(root, "packages/cli/bin/conurb.js")}"`;
const read = (path: string) => readFileSync(join(root, path), "utf8");

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A folder with what of the clone a reader's commands rest on, to write in. */
function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), "conurb-docs-"));
  made.push(folder);
  const filter = (path: string) => basename(path) !== "out";
  cpSync(join(root, "docs/guide"), join(folder, "docs/guide"), { recursive: true, filter });
  return folder;
}

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, of, block]) => (of === language ? [block as string] : []));

interface Typed {
  readonly command: string;
  /** The lines printed under it; `…` stands for any that are left out. */
  readonly shown: readonly string[];
}

function typedIn(text: string): Typed[] {
  return blocksOf(text, "").flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = "", ...shown] = part.trimEnd().split("\n");
        return { command: command.replace(/\s+#.*$/, ""), shown: shown.filter((line) => line !== "…") };
      }),
  );
}

describe.each(["README.md", "README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md"])("%s", (file) => {
  const typed = typedIn(read(file));

  it("shows commands that run, and what they print", { timeout: 120_000 }, () => {
    let folder = clone();
    for (const { command, shown } of typed) {
      const [name, ...rest] = command.split(" ");
      if (name === "cd") {
        folder = join(folder, rest.join(" "));
        continue;
      }
      expect(command).toMatch(/^npx conurb /);
      const line = command.replace("npx conurb", conurb);
      const ran = spawnSync(line, {
        cwd: folder,
        shell: true,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
      });
      expect(ran.status, `${command}\n${ran.stderr}`).toBe(0);
      const printed = `${ran.stderr}\n${ran.stdout}`.split("\n").map((each) => each.trimEnd());
      expect(printed, command).toEqual(expect.arrayContaining([...shown]));
    }
  });

  it("quotes only what stands in the guide's study", () => {
    for (const block of blocksOf(read(file), "yaml")) expect(read("docs/guide/study.yaml")).toContain(block);
  });

  it("names only files that are there", () => {
    const folder = dirname(join(root, file));
    for (const [, target] of read(file).matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(existsSync(join(folder, target as string)), target).toBe(true);
    }
  });
});

it("has both guides say the same", () => {
  const [en, zh] = ["docs/guide.md", "docs/guide.zh-CN.md"].map((file) => {
    const text = read(file);
    const commands = typedIn(text).map(({ command }) => command.replace(/ --lang \S+$/, ""));
    return { commands, yaml: blocksOf(text, "yaml"), keys: [...text.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key) };
  });
  expect(zh).toEqual(en);
});

it("names every key of a study in the guide", () => {
  const { properties } = JSON.parse(read("docs/study.schema.json")) as { properties: Record<string, unknown> };
  const table = /\| `conurb`[\s\S]*?\n\n/.exec(read("docs/guide.md"))?.[0] ?? "";
  const keys = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key as string);
  expect(keys.sort()).toEqual(Object.keys(properties).sort());
});

type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string): Row[] => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const atlas = (path: string) => rowsOf(read(`packages/atlas/${path}.csv`));

describe("the guide's figures", () => {
  const places = new Map(atlas("china-clusters/places").map((row) => [row["code"], row]));
  const provinces = new Map(atlas("china-provinces/provinces").map((row) => [row["code"], row["name_zh"]]));
  const gdp = new Map(atlas("china-clusters/gdp").map((row) => [`${row["code"]} ${row["year"]}`, row]));
  const census = new Map(atlas("china-clusters/census").map((row) => [`${row["code"]} ${row["year"]}`, row]));
  const jobs = atlas("china-clusters/employment").filter(({ industry, year }) => industry === "G" && year === "2019");
  const aspects = new Map(
    atlas("china-cities-aspects/panel").map((row) => [
      `${row["code"]} ${row["year"]} ${row["variable"]}`,
      row["value"],
    ]),
  );
  const tenThousand = (count: string | undefined) => (Number(count) / 10_000).toFixed(4);

  it("are those of the atlas", () => {
    const text = new TextDecoder("gb18030").decode(readFileSync(join(root, "docs/guide/cities.csv")));
    for (const { 行政区划代码: code, ...row } of rowsOf(text)) {
      const place = places.get(code);
      const people = census.get(`${code} 2020`);
      expect(row).toEqual({
        城市: place?.["name_zh"],
        省份: provinces.get(`${code?.slice(0, 2)}0000`),
        经度: place?.["lon"],
        纬度: place?.["lat"],
        "地区生产总值（亿元）": gdp.get(`${code} 2020`)?.["gdp"],
        "常住人口（万人）": tenThousand(people?.["population"]),
        "城镇人口（万人）": tenThousand(people?.["urban_population"]),
        "信息业从业人员（万人）": jobs.find((each) => each["code"] === code)?.["employees_10k"],
        "教育支出（亿元）": aspects.get(`${code} 2018 budget_education`) ?? "…",
        "人均道路面积（平方米/人）": aspects.get(`${code} 2020 road_area_per_head`),
        "细颗粒物浓度（微克/立方米）": aspects.get(`${code} 2015 pm25_stations`),
      });
    }
  });

  it("are those of the atlas, year by year", () => {
    for (const row of rowsOf(read("docs/guide/years.csv"))) {
      const key = `${row["行政区划代码"]} ${row["年份"]}`;
      expect(row).toMatchObject({
        "地区生产总值（亿元）": gdp.get(key)?.["gdp"],
        "第三产业增加值（亿元）": gdp.get(key)?.["va_tertiary"],
        "常住人口（万人）": tenThousand(census.get(key)?.["population"]),
        标记: gdp.get(key)?.["flag"],
      });
    }
  });
});
