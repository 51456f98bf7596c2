import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

const chinese = { LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8", TZ: "Asia/Shanghai" };
const german = { LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", TZ: "America/St_Johns" };

/** Every file of a run, by name. */
function written(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith("."),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [
      join(parentPath, name).slice(out.length),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

it("gives the same bytes with one thread and two, in any locale and time zone", async () => {
  const folder = folderWith(sampleStudy());
  const first = await conurb(["run", ".", "--out", "one", "--threads", "1"], { cwd: folder, env: { TZ: "UTC" } });
  expect(first.code, first.err + first.out).toBe(0);
  const second = await conurb(["run", folder, "--out", join(folder, "two"), "--threads", "2"], { env: chinese });
  expect(second.code, second.err).toBe(0);
  const [one, two] = [written(join(folder, "one")), written(join(folder, "two"))];
  expect(Object.keys(one).length).toBeGreaterThan(10);
  expect(two).toEqual(one);
});

it("replays a lock from anywhere", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", folder])).code).toBe(0);
  const lock = join(folder, "out/study.lock.json");
  const runs = [
    conurb(["replay", lock, "--threads", "1"], { cwd: "/", env: german }),
    conurb(["replay", "study.lock.json", "--threads", "2", "--json"], { cwd: join(folder, "out"), env: chinese }),
  ];
  const [one, two] = await Promise.all(runs);
  expect(one?.code, `${one?.out}${one?.err}`).toBe(0);
  expect(one?.out).toMatch(/the same bytes: 6 analyses/);
  expect(two?.code).toBe(0);
  expect(JSON.parse(two?.out ?? "")).toMatchObject({ same: true, exact: true, differences: [] });
});

it("names what differs: the study, a figure, a result", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", folder])).code).toBe(0);
  const lock = join(folder, "out/study.lock.json");
  const data = join(folder, "data/figures.csv");
  const figures = readFileSync(data, "utf8");
  writeFileSync(
    data,
    figures.replace(/(\d)\n$/, (_, digit) => `${(Number(digit) + 1) % 10}\n`),
  );
  const other = JSON.parse((await conurb(["replay", lock, "--json"])).out);
  expect(other.same).toBe(false);
  const dataset = other.differences.find(({ part }: { part: string }) => part === "dataset");
  expect(dataset).toMatchObject({
    name: "mine",
    text: { en: expect.stringMatching(/keeps only hashes.*sha256 [0-9a-f]{64}/) },
  });
  const index = other.differences.find(({ name }: { name: string }) => name === "index");
  expect(index.cells).toHaveLength(5);
  expect(index.more).toBeGreaterThan(0);
  const kept = JSON.parse(readFileSync(lock, "utf8")).analyses.index;
  const { columns } = JSON.parse(readFileSync(join(folder, "out/results", `${kept.key}.json`), "utf8")).tables[0];
  const [{ key, column, before, after }] = index.cells;
  const values = (name: string) => columns.find((each: { name: string }) => each.name === name).values;
  expect(before).toBe(values(column)[values("place").indexOf(key)]);
  expect(after).not.toBe(before);
  const told = await conurb(["replay", lock]);
  expect(told.out).toContain(`    scores ${key} ${column}: ${before} → ${after}\n`);
  rmSync(join(folder, "out/results"), { recursive: true });
  expect((await conurb(["replay", lock])).out).toMatch(/analysis index: .*which cells differ is unknown/);
  writeFileSync(data, figures);

  const locked = JSON.parse(readFileSync(lock, "utf8"));
  locked.analyses.gap.result = "0".repeat(64);
  writeFileSync(lock, JSON.stringify(locked));
  const forged = await conurb(["replay", lock]);
  expect(forged.code).toBe(1);
  expect(forged.out).toMatch(/analysis gap/);
});

it("takes another runtime's last digits, and no more", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", folder])).code).toBe(0);
  const lock = join(folder, "out/study.lock.json");
  const { createHash } = await import("node:crypto");
  const pretend = async (factor: number) => {
    const locked = JSON.parse(readFileSync(lock, "utf8"));
    const file = join(folder, "out/results", `${locked.analyses.gap.key}.json`);
    const kept = readFileSync(file, "utf8");
    const moved = kept.replace(/"theil":([\d.e-]+)/, (_, value) => `"theil":${Number(value) * factor}`);
    expect(moved).not.toBe(kept);
    writeFileSync(file, moved);
    locked.analyses.gap.result = createHash("sha256").update(moved).digest("hex");
    const elsewhere = join(folder, "out/elsewhere.lock.json");
    writeFileSync(elsewhere, JSON.stringify({ ...locked, runtime: "node 99.0.0 plan9 mips" }));
    const ran = await conurb(["replay", elsewhere, "--json"]);
    writeFileSync(file, kept);
    return { code: ran.code, verdict: JSON.parse(ran.out) };
  };
  const near = await pretend(1 + 4e-13);
  expect(near.code).toBe(0);
  expect(near.verdict).toMatchObject({ same: true, exact: false, near: [{ name: "gap" }] });
  const far = await pretend(1 + 4e-12);
  expect(far.code).toBe(1);
  expect(far.verdict).toMatchObject({ same: false, differences: [{ name: "gap" }] });
});

it("refuses a lock and a result that a newer program has written", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", folder])).code).toBe(0);
  const out = join(folder, "out");
  const results = readdirSync(join(out, "results"));
  for (const name of results) {
    expect(JSON.parse(readFileSync(join(out, "results", name), "utf8"))).toHaveProperty("conurb-result", 1);
  }
  const lock = JSON.parse(readFileSync(join(out, "study.lock.json"), "utf8"));
  const newer = join(out, "newer.lock.json");
  writeFileSync(newer, JSON.stringify({ ...lock, lock: 2 }));
  const { code, err } = await conurb(["replay", newer, "--lang", "en"]);
  expect(code).toBe(1);
  expect(err).toContain("lock is 2, expected 1");
  expect(err).toContain("a newer conurb has written it");
});

it("prints the schema of a kind of file, and names the kinds there are", async () => {
  const title = async (...kind: string[]) => JSON.parse((await conurb(["schema", ...kind])).out).description;
  expect(await title()).toBe(await title("study"));
  expect(await title("table")).toBe("A published table");
  expect(await title("result")).toBe("The result of one analysis, computed by conurb");
  const { code, err } = await conurb(["schema", "tabel", "--lang", "en"]);
  expect(code).toBe(2);
  expect(err).toMatch(/no schema of tabel; there is study, table, deal, result\n +hint: did you mean table\?/);
});
