import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "@conurb/core/contract";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

/** Made-up places over ten years, of which every third comes under a policy in 2016 that adds `effect`. */
function panel(effect: number): string {
  const draw = random(3, "cli/effect");
  const rows = Array.from({ length: 42 }, (_, at) => {
    const [level, first] = [50 + 5 * draw.normal(), at % 3 === 0 ? 2016 : 0];
    return Array.from({ length: 10 }, (_, step) => {
      const year = 2011 + step;
      const value = level + 0.4 * step + (first > 0 && year >= first ? effect : 0) + draw.normal();
      return [`p${String(at).padStart(2, "0")}`, year, value.toFixed(3), first].join(",");
    });
  }).flat();
  return `${["place,year,output,first", ...rows].join("\n")}\n`;
}

const study = (analyses = "", report = "") => `conurb: 1
title: { zh: 例, en: Example }
datasets:
  panel:
    file: panel.csv
    places: all
    roles: { place: place, year: year }
    units: { output: "1" }
    titles: { output: { en: Output, zh: 产出 } }
analyses:
  groups: { use: causal/group-time-att, on: { data: { from: panel, roles: { outcome: output, first: first } } }, with: { draws: 99 } }
  dealt: { use: causal/randomisation, on: { data: { from: panel, roles: { outcome: output, first: first } } }, with: { draws: 199 } }
  least: { use: causal/power, on: { data: { from: panel, roles: { outcome: output, first: first } } }, with: { draws: 99 } }
  policy: { title: { en: The policy, zh: 该政策 }, use: causal/verdict, on: { estimates: [groups, dealt], power: least } }
  gap: { use: inequality/theil, on: { data: { from: panel, where: { year: 2015 }, roles: { value: output } } } }
${analyses}${report}`;

describe("conurb effect", () => {
  it("runs what ends in a verdict and what that needs, says it, and writes its report, lock and tables", async () => {
    const folder = folderWith({ "study.yaml": study(), "panel.csv": panel(2) });
    const { code, out, err } = await conurb(["effect", "."], { cwd: folder });
    expect(code, err + out).toBe(0);
    expect(out).toMatch(/^The policy · policy\nOutput: the policy raised it by [12]\.\d\d on average/);
    expect(out).toContain("+ Randomisation test of adoption: chance is ruled out (p = 0.005)");
    expect(out).toContain("1 verdict: 1 with an effect");
    const part = join(folder, "out/effect");
    const lock = JSON.parse(readFileSync(join(part, "study.lock.json"), "utf8")) as { analyses: object };
    expect(Object.keys(lock.analyses).sort()).toEqual(["dealt", "groups", "least", "policy"]);
    expect(readFileSync(join(part, "tables/policy.grounds.csv"), "utf8")).toContain("says_zh");
    const report = readFileSync(join(part, "report.zh.html"), "utf8");
    expect(report.indexOf("该政策")).toBeGreaterThan(0);
    expect(report).toContain("可排除偶然");
    expect(report).not.toContain("Theil");
    // the verdict stands before what it rests on
    expect(report.indexOf(' verdict"')).toBeGreaterThan(0);
    expect(report.indexOf(' verdict"')).toBeLessThan(report.indexOf(' effects"'));
    expect(existsSync(join(folder, "out/study.lock.json"))).toBe(false);
  });

  it("leaves a whole run as it was, takes its results, and its lock can be replayed", async () => {
    const folder = folderWith({ "study.yaml": study(), "panel.csv": panel(2) });
    expect((await conurb(["run", "."], { cwd: folder })).code).toBe(0);
    const before = readFileSync(join(folder, "out/study.lock.json"), "utf8");
    const { out } = await conurb(["effect", ".", "--json"], { cwd: folder });
    const told = JSON.parse(out) as { analyses: Record<string, { outcome: string }> };
    expect(Object.values(told.analyses).map(({ outcome }) => outcome)).toEqual(Array(4).fill("cached"));
    expect(readFileSync(join(folder, "out/study.lock.json"), "utf8")).toBe(before);
    expect(existsSync(join(folder, "out/tables"))).toBe(true);
    const replayed = await conurb(["replay", "out/effect/study.lock.json"], { cwd: folder });
    expect(replayed.code, replayed.out + replayed.err).toBe(0);
  });

  it("answers as JSON with reasons and estimates, and says in Chinese that it cannot tell", async () => {
    const folder = folderWith({ "study.yaml": study(), "panel.csv": panel(0) });
    const { out } = await conurb(["effect", ".", "--json"], { cwd: folder });
    type Told = { reasons: { rule: string; side: string }[]; estimates: object[] };
    const { verdicts } = JSON.parse(out) as { verdicts: [Told] };
    expect(verdicts).toHaveLength(1);
    const [{ reasons, estimates }] = verdicts;
    expect(verdicts[0]).toMatchObject({ analysis: "policy", answer: "cannot-tell", unit: "1" });
    expect(reasons.find(({ side }) => side === "decides")?.rule).toBe("shown");
    expect(estimates).toHaveLength(2);
    const chinese = await conurb(["effect", ".", "--lang", "zh", "--all"], { cwd: folder });
    expect(chinese.code).toBe(0);
    expect(chinese.out).toContain("产出：政策是否使其改变尚不能判断");
    expect(chinese.out).toContain("不能判断，原因：");
  });

  it("shows the sections of the study that are about effects, and no others", async () => {
    const report = `report:
  sections:
    - { title: { en: Effects, zh: 效应 }, show: [policy.verdict, policy.specification] }
    - { title: { en: Inequality, zh: 差距 }, show: [gap] }
`;
    const folder = folderWith({ "study.yaml": study("", report), "panel.csv": panel(2) });
    expect((await conurb(["effect", "."], { cwd: folder })).code).toBe(0);
    const html = readFileSync(join(folder, "out/effect/report.en.html"), "utf8");
    expect(html).toContain("Specification curve");
    expect(html).not.toContain("Inequality");
  });

  it("fails where a verdict has nothing to rest on, and says so of a study without any", async () => {
    const lone =
      "  alone: { use: causal/verdict, on: { estimates: [twin] } }\n  twin: { use: causal/synthetic-did, on: { data: { from: panel, where: { year: [2015, 2016] }, roles: { outcome: output, first: first } } } }\n";
    const folder = folderWith({ "study.yaml": study(lone), "panel.csv": panel(2) });
    const { code, out } = await conurb(["effect", "."], { cwd: folder });
    expect(code).toBe(1);
    expect(out).toContain("synthetic-did: 1 year before treatment, expected at least 2");
    const none = folderWith({ "study.yaml": study().replace(/ {2}policy: .*\n/, ""), "panel.csv": panel(2) });
    const without = await conurb(["effect", "."], { cwd: none });
    expect(without.code).toBe(1);
    expect(without.err).toContain("no analysis ends in a verdict, expected one that uses causal/verdict");
  });
});
