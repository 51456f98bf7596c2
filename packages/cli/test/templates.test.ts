import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const templates = ["bth", "yrd", "gba", "britain", "boston-washington", "rhine-ruhr", "japan", "four-aspects"];
const patience = 120_000; // milliseconds: two processes a template, on a machine that may be busy

describe.each(templates)("the template %s", (template) => {
  it(
    "runs into a report in both languages, and refuses nothing",
    async () => {
      const folder = folderWith();
      expect((await conurb(["init", folder, "--template", template])).code).toBe(0);
      const text = readFileSync(join(folder, "study.yaml"), "utf8");
      const [checked, reported] = [
        await conurb(["check", folder, "--json"]),
        await conurb(["report", folder, "--lang", "zh,en", "--json"]),
      ];
      expect(checked.code, checked.out + checked.err).toBe(0);
      const { problems, notes } = JSON.parse(checked.out);
      expect(problems).toEqual([]);
      const absent = text.match(/^ {2}\w+: \{ (places: \S+ )?absent: /gm) ?? [];
      expect(notes.filter(({ code }: { code: string }) => code === "lacking")).toHaveLength(absent.length);
      expect(reported.code, reported.err).toBe(0);
      const outcomes = Object.values<{ outcome: string }>(JSON.parse(reported.out).analyses).map(
        (each) => each.outcome,
      );
      expect(outcomes).not.toContain("refused");
      expect(outcomes.filter((outcome) => outcome === "computed").length).toBeGreaterThan(5);
      for (const language of ["zh", "en"]) {
        const file = join(folder, `out/report.${language}.html`);
        expect(existsSync(file)).toBe(true);
        const html = readFileSync(file, "utf8");
        expect(html).not.toMatch(/undefined|\bNaN\b|\[object/);
        expect(html).toContain('<ol class="findings"');
      }
    },
    patience,
  );

  it("says in both languages what to change, and what is to be brought", () => {
    const text = readFileSync(new URL(`../templates/${template}.yaml`, import.meta.url), "utf8");
    const comments = text.split("\n").filter((line) => line.startsWith("#"));
    expect(comments.length).toBeGreaterThan(5);
    for (const pattern of [/\p{Script=Han}/u, /conurb check \. && conurb run \. && conurb report \./, /cluster/])
      expect(comments.join("\n")).toMatch(pattern);
    for (const [, zh, en] of text.matchAll(/absent: \{ zh: "?(.+?)"?, en: "?(.+?)"? \}/g)) {
      expect(zh).toMatch(/^自备：/);
      expect(en).toMatch(/^bring: /);
    }
  });
});

it("lists the templates with what each is about", async () => {
  const { out } = await conurb(["init", "--list", "--lang", "zh"]);
  for (const template of templates) expect(out).toMatch(new RegExp(`^ {2}${template} +\\S*\\p{Script=Han}`, "mu"));
});
