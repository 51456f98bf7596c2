import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = import.meta.dirname;
const conurb = join(root, "../packages/cli/bin/conurb.js");
const folder = join(root, "jing-jin-ji-deal");
const relative = 1e-9; // another processor or runtime may round a logarithm differently; nothing else may differ
const out = mkdtempSync(join(tmpdir(), "conurb-deal-"));
afterAll(() => rmSync(out, { recursive: true }));

interface Answer {
  readonly drafts: readonly {
    readonly draft: string;
    readonly outlooks: readonly { readonly party: string; readonly mean: number; readonly worse: number }[];
    readonly conserved: { readonly collected: string; readonly total: string };
    readonly counted: readonly {
      readonly statistic: string;
      readonly parties: readonly { readonly byYear: readonly number[]; readonly sum?: number | null }[];
    }[];
  }[];
  readonly seek: {
    readonly clause: string;
    readonly now: { readonly value: string };
    readonly found?: { readonly value: string };
  };
  readonly splits: {
    readonly isCoreEmpty: boolean;
    readonly values: readonly number[];
    readonly splits: readonly { readonly split: string; readonly shares: readonly number[] }[];
  };
  readonly games: readonly { readonly game: string; readonly draft: string }[];
  readonly numbers: readonly { readonly name: string; readonly kind: string; readonly from?: string }[];
}

const answer = JSON.parse(
  execFileSync(process.execPath, [conurb, "share", folder, "--json", "--minutes", "--out", out], {
    encoding: "utf8",
    maxBuffer: 64e6,
  }),
) as Answer;

describe("jing-jin-ji-deal", () => {
  it("gives the expected outlooks, splits and smallest change (CONURB_UPDATE_EXPECTED=1 writes them again)", () => {
    const told = {
      drafts: answer.drafts.map(({ draft, outlooks }) => ({
        draft,
        outlooks: outlooks.map(({ party, mean, worse }) => ({ party, mean, worse })),
      })),
      seek: { clause: answer.seek.clause, now: answer.seek.now.value, found: answer.seek.found?.value },
      splits: answer.splits.splits.map(({ split, shares }) => ({ split, shares })),
    };
    const file = join(folder, "expected-deal.json");
    if (process.env.CONURB_UPDATE_EXPECTED === "1") writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
    expectNear(told, JSON.parse(readFileSync(file, "utf8")), "");
  });

  it("conserves money to the fen in every draft", () => {
    for (const { conserved } of answer.drafts) expect(conserved.total).toBe(conserved.collected);
  });

  it("compares two rules on the same tax, and marks every number that is not read from the study as assumed", () => {
    expect(answer.drafts.length).toBeGreaterThanOrEqual(2);
    for (const { kind, from } of answer.numbers) expect(kind === "figure" ? from : kind).toMatch(/^(study\/|assumed$)/);
    const html = readFileSync(join(out, "deal.en.html"), "utf8");
    const assumed = answer.numbers.filter(({ kind }) => kind === "assumed").length;
    const [, section = ""] = /<section id="numbers">([\s\S]*?)<\/section>/.exec(html) ?? [];
    expect(section.split('class="assumed"').length - 1).toBe(assumed);
  });

  it("says where output, energy and land count by year, and plays the game between the parties", () => {
    // land is no sum; a fifth of output counts in Beijing in each year
    const { counted } = answer.drafts.find(({ draft }) => draft === "v3") as Answer["drafts"][number];
    const of = (statistic: string) => counted.find((each) => each.statistic === statistic)?.parties ?? [];
    expect(of("land").every(({ sum }) => sum === undefined || sum === null)).toBe(true);
    const [beijing, hebei] = of("output").map(({ byYear }) => byYear);
    const rounding = 1e-9; // of means over 10,000 draws
    beijing?.forEach((own, year) => {
      expect(Math.abs(own / (own + (hebei?.[year] ?? 0)) - 0.2)).toBeLessThan(rounding);
    });
    expect(answer.games.map(({ game, draft }) => [game, draft])).toEqual([["keeping", "v3"]]);
  });

  it.each([
    [
      "en",
      "en",
      ["ILLUSTRATIVE", "The rule in words", "What each party gains", "Who would walk", "The core", "Phase portrait"],
    ],
    ["zh", "zh-CN", ["示例", "规则", "各方收益", "谁会退出", "核", "相图"]],
  ] as const)("writes its report and minutes (%s)", (language, lang, words) => {
    for (const name of ["deal", "minutes"]) {
      const html = readFileSync(join(out, `${name}.${language}.html`), "utf8");
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).not.toMatch(/\bundefined\b|\bNaN\b|\bInfinity\b/);
    }
    const html = readFileSync(join(out, `deal.${language}.html`), "utf8");
    for (const word of words) expect(html).toContain(word);
  });
});

function expectNear(found: unknown, wanted: unknown, at: string): void {
  if (typeof found === "number" && typeof wanted === "number") {
    const near = Math.abs(found - wanted) <= relative * Math.max(1, Math.abs(wanted));
    expect(near, `${at}: ${found}, expected ${wanted}`).toBe(true);
  } else if (found !== null && typeof found === "object" && wanted !== null && typeof wanted === "object") {
    expect(Object.keys(found), at).toEqual(Object.keys(wanted));
    for (const [key, each] of Object.entries(found))
      expectNear(each, (wanted as Record<string, unknown>)[key], `${at}.${key}`);
  } else expect(found, at).toBe(wanted);
}
