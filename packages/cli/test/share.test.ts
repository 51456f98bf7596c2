import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const deal = (extra = "") => `conurb-deal: 1
title: { en: Two cities, zh: 两座城市 }
draws: 400
years: 6
parties:
  a: { title: { en: Aville, zh: 甲市 }, outside: 0${extra.includes("key-a") ? `, key: ${extra.split("key-a=")[1]?.split(" ")[0]}` : ""} }
  b: { title: { en: Btown, zh: 乙市 }, outside: 0${extra.includes("key-b") ? `, key: ${extra.split("key-b=")[1]?.split(" ")[0]}` : ""} }
${extra.includes("key-m") ? `mediator: { title: { en: Office, zh: 办公室 }, key: ${extra.split("key-m=")[1]?.split(" ")[0]} }` : ""}
assumed:
  tax: { lognormal: [200, 1.3], unit: million yuan, title: { en: Tax once grown, zh: 达产税收 } }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, registered: 2026-01, produces: 2026-01 }]
    expected: { before: { vat: 200000000 }, full: { vat: tax }, ramp: 2 }
rules:
  r: { preset: jing-jin-ji-2015 }
  s: { like: r, split: { origin: 40%, host: 60% } }
drafts:
  v1: { title: { en: Circular, zh: 办法 }, rules: [r] }
  v2: { title: { en: Two fifths, zh: 四成 }, rules: [s] }
`;

describe("conurb share", () => {
  it("tells a deal, writes its report in both languages and answers as JSON", async () => {
    const folder = folderWith({ "deal.yaml": deal() });
    const { code, out, err } = await conurb(["share", folder, "--minutes"]);
    expect(code).toBe(0);
    expect(err).toContain("business tax ended in 2016-04, before the clock begins (2026-01): there is none to share");
    expect(out).toMatch(/Aville .*Btown|Aville[\s\S]*Btown/);
    for (const [language, words] of [
      ["en", ["ILLUSTRATIVE", "The rule in words", "Who would walk", "ASSUMED"]],
      ["zh", ["示例", "规则", "谁会退出", "假设"]],
    ] as const) {
      const html = readFileSync(join(folder, "out", `deal.${language}.html`), "utf8");
      for (const word of words) expect(html).toContain(word);
      expect(readFileSync(join(folder, "out", `minutes.${language}.html`), "utf8")).toContain("v2");
    }
    const answer = JSON.parse((await conurb(["share", folder, "--json"])).out);
    expect(answer).toMatchObject({ "conurb-json": 1, draws: 400, table: "v2", against: "v1" });
    // what only the draws show is noted too, and the report carries all of it
    expect(answer.notes.map(({ code }: { code: string }) => code)).toEqual(["tax-ended", "least-never"]);
    expect(err).toContain("rules.r.qualifies.least: every enterprise that the rule covers is at or above it");
    expect(readFileSync(join(folder, "out", "deal.zh.html"), "utf8")).toMatch(
      /id="notes"[\s\S]*营业税已于 2016-04 停征/,
    );
    const [{ conserved }] = answer.drafts;
    expect(conserved.collected).toMatch(/^\d+\.\d\d$/);
    expect(conserved.total).toBe(conserved.collected);
  });

  it("tells a small deal in a unit in which it is seen, and an enterprise by its title", {
    timeout: 60_000,
  }, async () => {
    // nothing is drawn: 24,000 of tax a year, 12,000 of it local, half to each: three years to a
    const small = deal()
      .replace("lognormal: [200, 1.3], unit: million yuan", "value: 24000, unit: yuan")
      .replace("ramp: 2 }", "ramp: 0 }")
      .replace("years: 6", "years: 6\ndiscount: 0%")
      .replace("preset: jing-jin-ji-2015", "taxes: vat, split: { origin: 50%, host: 50% }, years: 3")
      .replace(
        "rules:\n",
        `  old:
    title: { en: Old works, zh: 老厂 }
    moves: [{ from: a, to: b, led: market, registered: 2019-01, produces: 2019-01 }]
    paid: [{ in: 2019, vat: 100 }]
rules:
`,
      );
    const folder = folderWith({ "deal.yaml": small });
    const { out } = await conurb(["share", folder]);
    expect(out).toMatch(/Aville +18,000 +18,000/);
    expect(out).toContain("Present value over 6 years, yuan;");
    expect(out).toContain("Settled from what was paid: Old works, s");
    expect((await conurb(["share", folder, "--lang", "zh"])).out).toContain("按已缴税款结算：老厂，");
    // two fifths instead of half: 1,200 less a year
    const { out: differences } = await conurb(["diff", `${folder}#v1`, `${folder}#v2`]);
    expect(differences).toContain("From draft v1 to v2, yuan:");
    expect(differences).toMatch(/Aville +−1,200 +−1,200 +−1,200 +0 +0 +0 +−3,600/);
  });

  it("settles a bet by what was measured and plays a game, in the report, as JSON and as tables", async () => {
    const river = deal()
      .replace(
        "rules:\n",
        `games:
  keep: { title: { en: Keep it clean, zh: 守住水质 }, template: two-governments, parties: [a, b], benefits: [9, 9], costs: [1, 1], temptations: [5, 5], fine: 2 }
rules:
  w: { preset: xinan-river, bet: { upstream: a, downstream: b, measured: [{ year: 2012, index: 0.833 }, { year: 2013, index: 1.2 }] } }
`,
      )
      .replace("rules: [s]", "rules: [s, w]");
    const folder = folderWith({ "deal.yaml": river });
    const { code, out } = await conurb(["share", folder, "--tables", "xlsx,csv"]);
    expect(code).toBe(0);
    expect(out).toContain("2012: index 0.833, at most 1: Btown pays Aville 100000000.00 yuan");
    expect(out).toContain("2013: index 1.2, above 1: Aville pays Btown 100000000.00 yuan");
    // keeping is worth 9 - 1, breaking 5 - 2: kept; both breaking 0 - 2 against 0 - 1: kept too
    expect(out).toContain("Play is stable in one way of playing: Aville: keep, Btown: keep.");
    const csv = readFileSync(join(folder, "out", "tables", "deal.ledger.csv"), "utf8");
    expect(csv.split("\n").filter((line) => line.startsWith("a,Aville"))).toHaveLength(2);
    expect(
      readFileSync(join(folder, "out", "deal.xlsx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    for (const [language, words] of [
      [
        "en",
        [
          "Owed by the measured index",
          "Btown pays Aville",
          "100,000,000.00",
          "Keep it clean",
          "Where play can rest",
          "books",
        ],
      ],
      ["zh", ["按实测指数应付", "乙市付给甲市", "守住水质", "均衡点", "收支明细"]],
    ] as const) {
      const html = readFileSync(join(folder, "out", `deal.${language}.html`), "utf8");
      for (const word of words) expect(html).toContain(word);
    }
    const { bets, ledger, games } = JSON.parse((await conurb(["share", folder, "--json"])).out);
    expect(bets[0].cash).toEqual({ a: "0.00", b: "0.00" });
    expect(ledger.map(({ balance }: { balance: string }) => balance)).toEqual([
      "100000000.00",
      "0.00",
      "-100000000.00",
      "0.00",
    ]);
    expect(games[0].findings[0].values.n).toBe(1);
  });

  it("names the line of what only the draws show", async () => {
    const folder = folderWith({ "deal.yaml": deal().replace("ramp: 2", "ramp: 2, fails: 3") });
    const { code, err } = await conurb(["share", folder]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /deal\.yaml:14:? enterprises\.plant\.expected\.fails: is 3 in a draw, expected a chance from 0 to 1/,
    );
  });

  it("tells two drafts apart in money, by party and year", async () => {
    const folder = folderWith({ "deal.yaml": deal() });
    const path = join(folder, "deal.yaml");
    const { code, out } = await conurb(["diff", `${path}#v1`, `${path}#v2`, "--json"]);
    expect(code).toBe(0);
    const { differences } = JSON.parse(out);
    const change = (party: number, year: number) =>
      differences[party].years[year].after - differences[party].years[year].before;
    // a tenth of the pool goes over from a to b: what one loses the other has
    const fen = 0.01; // of means over draws that are rounded to the fen each
    for (let year = 0; year < 6; year += 1) expect(Math.abs(change(0, year) + change(1, year))).toBeLessThan(fen);
    expect(change(0, 2)).toBeLessThan(0);
    const wrong = await conurb(["diff", `${path}#v1`, `${path}#v9`]);
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining("there is no draft v9, expected one of v1, v2"),
    ]);
  });

  it("names what is wrong with its line, and ends with 3", async () => {
    const folder = folderWith({ "deal.yaml": deal().replace("host: 60%", "host: 70%") });
    const { code, err } = await conurb(["share", folder]);
    expect(code).toBe(3);
    expect(err).toMatch(/deal\.yaml:17:? .*pays out more than comes in/);
  });

  it("is stale when the study has changed, and names what", async () => {
    const study = (value: number) => `conurb: 1
title: s
datasets: { money: { file: m.csv, roles: { place: code }, units: { tax: million yuan } } }
# ${value}
`;
    const csv = (value: number) => `code,tax\n1,${value}\n2,5\n`;
    const text = deal()
      .replace(
        "assumed:",
        'study: { file: study.yaml, pins: PINS }\nfigures: { paid: { from: "study/money[1].tax" } }\nassumed:',
      )
      .replace("lognormal: [200, 1.3], unit", "expr: paid * 2, unit");
    const folder = folderWith({ "study.yaml": study(1), "m.csv": csv(100), "deal.yaml": text.replace("PINS", "{}") });
    const unpinned = await conurb(["share", folder]);
    expect([unpinned.code, unpinned.err]).toEqual([3, expect.stringContaining("money of the study is not pinned")]);
    const pin = /money: ([0-9a-f]{64})/.exec((await conurb(["share", folder, "--pin"])).out)?.[1] as string;
    writeFileSync(join(folder, "deal.yaml"), text.replace("PINS", `{ money: ${pin} }`));
    expect((await conurb(["share", folder])).code).toBe(0);
    // a word in the study moves no number, so the deal stands; another figure makes it stale
    writeFileSync(join(folder, "study.yaml"), study(2));
    expect((await conurb(["share", folder])).code).toBe(0);
    writeFileSync(join(folder, "m.csv"), csv(101));
    const stale = await conurb(["share", folder]);
    expect(stale.code).toBe(3);
    expect(stale.err).toMatch(/the deal is stale: money of the study has changed/);
  });
});

/** How a reservation could be written: with and without its fen, grouped, scaled, and as bytes in base64 at each offset. */
function traces(reservation: string): string[] {
  const whole = reservation.split(".")[0] as string;
  const number = Number(reservation);
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.from(`${" ".repeat(offset)}${whole}`)
      .toString("base64")
      .slice(4, 12),
  );
  return [
    whole,
    whole.replace(/\B(?=(\d{3})+$)/g, ","),
    String(number / 1e6).slice(0, 8),
    String(number / 1e8).slice(0, 8),
    reservation.replace(".", ""),
    Buffer.from(whole).toString("hex"),
    ...base64,
  ];
}

describe("what a party keeps to itself", () => {
  const [ofA, ofB] = ["83741926.57", "61938274.03"];

  it("is in no byte that is written or said, by whatever command; the mediator alone opens what it was let see", {
    timeout: 120_000,
  }, async () => {
    const folder = folderWith();
    const said: string[] = [];
    const run = async (args: string[], input?: string) => {
      const ran = await conurb(args, input === undefined ? {} : { input });
      said.push(ran.out, ran.err);
      return ran;
    };
    const key = async (name: string) =>
      (await run(["share", "-", "--new-key", join(folder, `${name}.key`)])).out.trim().split("\n").at(-1) as string;
    const [a, b, m] = (await Promise.all(["a", "b", "m"].map(key))) as [string, string, string];
    writeFileSync(join(folder, "deal.yaml"), deal(`key-a=${a} key-b=${b} key-m=${m} `));
    expect((await run(["share", folder, "--seal", "a"], `${ofA}\n`)).code).toBe(0);
    const beyond = await run(["share", folder, "--seal", "b"], `${ofB} 150%\n`);
    expect([beyond.code, beyond.err]).toEqual([1, expect.stringContaining("above 0% and at most 100%")]);
    expect((await run(["share", folder, "--seal", "b"], `${ofB} 60% mediator\n`)).code).toBe(0);

    const as = (party: string, own: string) =>
      run(["share", folder, "--as", party, "--key", join(folder, `${own}.key`)]);
    expect((await as("a", "a")).code).toBe(0);
    const wrong = await as("a", "b");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("is not sealed to this key")]);
    expect((await as("b", "b")).code).toBe(0);
    const asJson = await run(["share", folder, "--as", "a", "--key", join(folder, "a.key"), "--json"]);
    expect(Object.keys(JSON.parse(asJson.out))).toEqual(["conurb-json", "party", "draft", "accepts", "file"]);
    const mediated = await as("mediator", "m");
    expect(mediated.code).toBe(0);
    expect(mediated.out).toMatch(/Aville (accepts|refuses)[\s\S]*Btown (accepts|refuses)/);
    expect((await as("mediator", "a")).err).toContain("this is not the key of mediator");
    for (const args of [
      ["share", folder, "--minutes", "--tables", "csv"],
      ["share", folder, "--json"],
    ])
      expect((await run(args)).code).toBe(0);
    const path = join(folder, "deal.yaml");
    await run(["diff", `${path}#v1`, `${path}#v2`]);
    const cut = join(folder, "private", "a.age");
    const whole = readFileSync(cut);
    writeFileSync(cut, whole.subarray(0, 300));
    const truncated = await as("a", "a");
    expect([truncated.code, truncated.err]).toEqual([1, expect.stringContaining("is truncated or was changed")]);
    writeFileSync(cut, whole);

    const files = (at: string): string[] =>
      readdirSync(at).flatMap((name) =>
        statSync(join(at, name)).isDirectory() ? files(join(at, name)) : [join(at, name)],
      );
    const written = files(folder).map((file) => [file, readFileSync(file, "latin1")] as const);
    expect(written.length).toBeGreaterThan(10);
    for (const reservation of [ofA, ofB])
      for (const trace of traces(reservation)) {
        for (const [file, bytes] of written) expect(bytes.includes(trace), `${trace} in ${file}`).toBe(false);
        expect(
          said.some((each) => each.includes(trace)),
          trace,
        ).toBe(false);
      }

    // a verdict is on the terms as they stood: on others its party has not said
    const terms = readFileSync(path, "utf8");
    const minutes = async () => {
      expect((await run(["share", folder, "--minutes", "--lang", "en"])).code).toBe(0);
      return readFileSync(join(folder, "out", "minutes.en.html"), "utf8").includes("has not said");
    };
    expect(await minutes()).toBe(false);
    writeFileSync(path, terms.replace("origin: 40%, host: 60%", "origin: 10%, host: 90%"));
    expect(await minutes()).toBe(true);
    writeFileSync(path, terms);

    // the mediator opens what is sealed to it: of a, which did not wish it, there is nothing there
    const open = (...more: string[]) =>
      conurb([
        "share",
        folder,
        "--open",
        join(folder, "private", "mediator.age"),
        "--key",
        join(folder, "m.key"),
        ...more,
      ]);
    const answer = JSON.parse((await open("--json")).out);
    expect(answer).toMatchObject({ table: "v2", reservations: [{ party: "b", reservation: ofB }], unseen: ["a"] });
    const opened = await open();
    expect(opened.out).toMatch(/Btown +61,938,274\.03 +60%/);
    expect(opened.out).toMatch(/draft +Btown +Aville \*\n +v1 Circular +[\d.]+% (accepts|refuses) +[\d.]+%\n/);
    expect(opened.out).toMatch(
      /higher\n +(the origin's share +years +Btown +Aville \* +all seen accept|none of those)/,
    );
    expect(opened.out).not.toContain("{");
    expect((await open("--lang", "zh")).out).toMatch(/方案 +乙市 +甲市 \*\n +v1 办法 +[\d.]+% (不)?接受/);
    for (const trace of traces(ofA))
      expect(JSON.stringify(answer).includes(trace) || opened.out.includes(trace)).toBe(false);
    const ofItsOwn = await conurb([
      "share",
      "-",
      "--open",
      join(folder, "private", "b.age"),
      "--key",
      join(folder, "b.key"),
    ]);
    expect(ofItsOwn.out).toBe("b must have at least 61,938,274.03, present value, in 60% of the draws\n");
    expect(
      (
        await conurb([
          "share",
          folder,
          "--open",
          join(folder, "private", "mediator.age"),
          "--key",
          join(folder, "a.key"),
        ])
      ).code,
    ).toBe(1);
  });

  it("answers as JSON when a key is made and when something is sealed, of which it says nothing", async () => {
    const folder = folderWith();
    const file = join(folder, "a.key");
    const made = JSON.parse((await conurb(["share", "-", "--new-key", file, "--json"])).out);
    expect(made).toEqual({ "conurb-json": 1, key: expect.stringMatching(/^age1/), file });
    writeFileSync(join(folder, "deal.yaml"), deal(`key-a=${made.key} key-m=${made.key} `));
    const sealed = await conurb(["share", folder, "--seal", "a", "--json"], { input: `${ofA} 60% mediator\n` });
    expect(JSON.parse(sealed.out)).toEqual({
      "conurb-json": 1,
      party: "a",
      opens: ["a", "mediator"],
      file: join(folder, "private", "a.age"),
    });
    for (const trace of traces(ofA)) expect((sealed.out + sealed.err).includes(trace), trace).toBe(false);
  });

  it("a key is never written over another, and is for its owner alone", async () => {
    const folder = folderWith();
    const file = join(folder, "own.key");
    expect((await conurb(["share", "-", "--new-key", file])).code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const before = readFileSync(file, "utf8");
    const again = await conurb(["share", "-", "--new-key", file]);
    expect([again.code, readFileSync(file, "utf8")]).toEqual([1, before]);
  });
});
