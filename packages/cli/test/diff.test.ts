import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

/** A copy of the sample study with its text and its figures changed. */
function edition(change: (study: string) => string, revise: (figures: string) => string = (text) => text): string {
  const files = sampleStudy({ draws: 300 });
  return folderWith({
    "study.yaml": change(files["study.yaml"] as string),
    "data/figures.csv": revise(files["data/figures.csv"] as string),
  });
}
const same = (text: string) => text;
const reweigh = (text: string) =>
  text.replace("grown: { expr: mine.gdp }", "grown: { expr: mine.gdp, weight: 4 }").replace("k: 3", "k: 4");
const revise = (text: string) => text.replace(/^p03,(.*?),(.*?),(.*?),[^,]*/m, "p03,$1,$2,$3,9.99");
const shrink = (text: string) => text.replace("p28, p29]", "p28]");

interface Told {
  readonly factors: readonly string[];
  readonly runs: number;
  readonly unchanged: number;
  readonly numbers: readonly {
    readonly analysis: string;
    readonly kind: string;
    readonly before: number;
    readonly after: number;
    readonly change: number;
    readonly parts: readonly { factors: readonly string[]; value: number }[];
    readonly shown: { before: string; after: string; change: string; parts: readonly string[] };
    readonly sentence: { en: string; zh: string };
  }[];
  readonly datasets: readonly unknown[];
  readonly members: { added: readonly string[]; removed: readonly string[] };
}
const plain = (text: string) => BigInt(text.replace(".", ""));

describe("conurb diff", () => {
  it("splits the change of every headline number into parts that add up as printed", async () => {
    const [a, b] = [edition(same), edition((text) => shrink(reweigh(text)), revise)];
    const ran = await conurb(["diff", a, b, "--json"]);
    expect(ran.code, ran.err).toBe(0);
    const told = JSON.parse(ran.out) as Told;
    expect(told.factors).toEqual(["data", "method", "weights", "cluster"]);
    expect(told.runs).toBe(16);
    expect(told.members).toEqual({ added: [], removed: ["p29"] });
    expect(told.datasets).toMatchObject([
      { name: "mine", revised: 1, examples: [{ key: "p03", column: "gdp", after: 9.99 }] },
    ]);
    expect(told.numbers.length).toBeGreaterThan(60);
    expect(new Set(told.numbers.map(({ kind }) => kind))).toEqual(new Set(["scalar", "score", "rank"]));
    for (const { shown, sentence } of told.numbers) {
      expect(plain(shown.before) + plain(shown.change)).toBe(plain(shown.after));
      expect(shown.parts.reduce((sum, part) => sum + plain(part), 0n)).toBe(plain(shown.change));
      expect(sentence.en).not.toMatch(/\p{Script=Han}|[{}]/u);
      expect(sentence.zh).toMatch(/\p{Script=Han}/u);
    }
    // Theil over 30 places knows neither recipe nor neighbours: the revision, the place that left, and nothing else
    const gap = told.numbers.find(({ analysis }) => analysis === "gap");
    expect(gap?.parts.filter(({ value }) => value !== 0).map(({ factors }) => factors)).toEqual([
      ["data"],
      ["cluster"],
    ]);
  });

  it("speaks both languages, names who rose and fell and why", async () => {
    const [a, b] = [edition(same), edition(reweigh)];
    const [english, chinese] = await Promise.all(["en", "zh"].map((lang) => conurb(["diff", a, b, "--lang", lang])));
    expect(english?.code, english?.err).toBe(0);
    expect(english?.out).toMatch(/what differs: method, weights/);
    expect(english?.out).toMatch(/↑ .*: p\d+ rises from \d+ to \d+, because of weights/);
    expect(english?.out).toMatch(/analyses\.near\.with\.k: was 3, is 4/);
    expect(chinese?.out).toMatch(/↓ .*：p\d+由第 \d+ 位降至第 \d+ 位，缘于权重/);
    expect(chinese?.out).toMatch(/差异来自：方法、权重/);
  });

  it("says first which analyses one edition alone has, and once, whatever else differs", async () => {
    const more = (text: string) =>
      text.replace(
        "analyses:\n",
        "analyses:\n  spread:\n    use: inequality/theil\n    on: { data: { from: mine, roles: { value: gdp } } }\n",
      );
    const [a, b] = [edition(same), edition(more)];
    const english = await conurb(["diff", a, b, "--lang", "en"]);
    expect(english.code, english.err).toBe(0);
    const [first, second] = english.out.split("\n");
    expect(first).toMatch(/^an analysis of the later edition alone: .* \[spread\]$/);
    expect(second).toMatch(/^of what both editions have nothing differs: \d+ headline numbers are the same$/);
    expect(english.out).not.toMatch(/in the later edition alone/);
    const chinese = await conurb(["diff", b, edition((text) => reweigh(text)), "--lang", "zh"]);
    expect(chinese.out.split("\n")[0]).toMatch(/^仅较早版本有的分析（1 项）：.* \[spread\]$/);
    const told = JSON.parse((await conurb(["diff", b, a, "--json"])).out);
    expect(told.analysesAlone).toEqual({ before: ["spread"], after: [] });
  });

  it("finds nothing between a study and its copy, and writes nothing beside either", async () => {
    const a = edition(same);
    const b = folderWith();
    cpSync(a, b, { recursive: true });
    const ran = await conurb(["diff", a, join(b, "study.yaml"), "--lang", "en"]);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toMatch(/^nothing differs: \d+ headline numbers are the same\n$/);
  });

  it("takes runs and archives; a run whose figures have changed since is refused with a way out", async () => {
    const [a, b] = [edition(same), edition(same, revise)];
    for (const folder of [a, b]) expect((await conurb(["run", folder])).code).toBe(0);
    expect((await conurb(["pack", a, "--out", join(a, "a.zip")])).code).toBe(0);
    const runs = await conurb(["diff", join(a, "out"), join(b, "out/study.lock.json"), "--json"]);
    expect(runs.code, runs.err).toBe(0);
    const packed = await conurb(["diff", join(a, "a.zip"), b, "--json"]);
    expect(packed.code, packed.err).toBe(0);
    const [one, two] = [JSON.parse(runs.out) as Told, JSON.parse(packed.out) as Told];
    expect(one.factors).toEqual(["data"]);
    expect(two.numbers).toEqual(one.numbers);

    const data = join(a, "data/figures.csv");
    writeFileSync(data, revise(readFileSync(data, "utf8")));
    const refused = await conurb(["diff", join(a, "out"), b, "--lang", "en"]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/data\/figures\.csv is not what the lock was written for[\s\S]*conurb pack wrote then/);
    // the archive still has the figures of then
    const kept = await conurb(["diff", join(a, "a.zip"), a, "--json"]);
    expect((JSON.parse(kept.out) as Told).numbers).toEqual(one.numbers);
  });

  it("gives to the program what another build gave", async () => {
    const a = edition(same);
    expect((await conurb(["run", a])).code).toBe(0);
    const { createHash } = await import("node:crypto");
    const lock = join(a, "out/study.lock.json");
    const locked = JSON.parse(readFileSync(lock, "utf8"));
    const file = join(a, "out/results", `${locked.analyses.gap.key}.json`);
    const moved = readFileSync(file, "utf8").replace(/"theil":[\d.e-]+/, '"theil":0.5');
    writeFileSync(file, moved);
    locked.analyses.gap.result = createHash("sha256").update(moved).digest("hex");
    writeFileSync(lock, JSON.stringify({ ...locked, build: "0123456789abcdef" }));
    const told = JSON.parse((await conurb(["diff", join(a, "out"), a, "--json"])).out) as Told;
    expect(told.numbers).toMatchObject([{ analysis: "gap", before: 0.5, parts: [{ factors: ["program"] }] }]);
  });

  it("needs two editions that are sound", async () => {
    expect((await conurb(["diff", "."])).code).toBe(2);
    const [a, broken] = [edition(same), edition((text) => text.replace("composite/index", "composite/indx"))];
    expect((await conurb(["diff", a, broken])).code).toBe(3);
    expect((await conurb(["diff", a, join(a, "nowhere")])).code).toBe(1);
  });
});
