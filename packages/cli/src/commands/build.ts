import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Table } from "@conurb/core/contract";
import { suggestion } from "@conurb/core/language";
import type { Study } from "@conurb/core/study";
import { type Command, textOption, textsOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { bundleFolder } from "../serve/bundle-folder.ts";
import { type MadeSite, makeSite } from "../site/make-site.ts";
import type { SiteWish } from "../site/ship-tables.ts";
import { requireRoom, writeSite } from "../site/write-site.ts";
import { runStudy } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import { shownPath, tellOutcomes, toldOf } from "../study/summary.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const build: Command = async (given, terminal) => {
  const named = given.words[0] as string;
  if (named === "-") throw new UsageError(say("site-no-file"));
  const threads = threadCount(textOption(given, "threads"));
  const file = await readStudyFile(named);
  const folder = resolve(textOption(given, "out") ?? join(file.folder, "out", "site"));
  await requireRoom(folder);
  const bundle = await bundleFolder();
  const wish: SiteWish = { with: textsOption(given.options, "with"), without: textsOption(given.options, "without") };
  const loaded = new Map<string, Table>();
  const options = {
    ...{ file, out: resolve(file.folder, "out"), threads, cache: true, prune: false },
    loaded: (name: string, table: Table) => void loaded.set(name, table),
  };
  const { made, told } = await runStudy(options, terminal, async (session) => {
    requireNames(wish, session.run.plan.study);
    return { made: await makeSite(session, loaded, bundle, wish), told: toldOf(session, []) };
  });
  await writeSite(folder, made.files);
  const sizes = sizesOf(made.files);
  if (given.options.json === true) {
    const { files, ...rest } = made;
    terminal.json({ folder: shownPath(folder), files: files.size, ...sizes, ...rest, analyses: told.analyses });
  } else {
    tellOutcomes(told, terminal);
    print(made, shownPath(folder), sizes, terminal);
  }
  return Object.values(told.analyses).some(({ outcome }) => outcome === "refused") ? exit.failed : exit.done;
};
export default build;

function requireNames(wish: SiteWish, { datasets, analyses }: Study): void {
  for (const option of ["with", "without"] as const) {
    const names = Object.keys(option === "with" ? { ...datasets, ...analyses } : datasets);
    const name = wish[option].find((each) => !names.includes(each));
    if (name === undefined) continue;
    const told = say("site-no-name", { option, name, names: names.join(", ") });
    throw new UsageError(told, suggestion(name, names));
  }
}

interface Sizes {
  readonly pages: number;
  readonly data: number;
  readonly pagesZipped: number;
  readonly dataZipped: number;
}

/** Bytes of pages and data, as they lie and as a host sends them. */
function sizesOf(files: ReadonlyMap<string, Uint8Array>): Sizes {
  const sizes = { pages: 0, data: 0, pagesZipped: 0, dataZipped: 0 };
  for (const [name, bytes] of files) {
    const part = name.startsWith("data/") ? "data" : "pages";
    sizes[part] += bytes.length;
    sizes[`${part}Zipped`] += gzipSync(bytes).length;
  }
  return sizes;
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

function print(
  { files, tables, frozen, keptBack, results }: MadeSite,
  folder: string,
  sizes: Sizes,
  { print: line, text, language }: Terminal,
): void {
  const [pages, data, pagesZipped, dataZipped] = [sizes.pages, sizes.data, sizes.pagesZipped, sizes.dataZipped].map(
    kilobytes,
  ) as [number, number, number, number];
  line(text(say("site-written", { folder, files: files.size, pages, data, pagesZipped, dataZipped })));
  const shipped = tables.filter(({ size }) => size !== undefined);
  if (shipped.length > 0) line(text(say("site-tables")));
  for (const { name, rows, size = 0 } of shipped) line(text(say("site-table", { name, rows, size: kilobytes(size) })));
  const kept = tables.filter(({ keptBack }) => keptBack !== undefined);
  if (kept.length > 0) line(text(say("site-kept-back")));
  for (const { name, rows, keptBack } of kept)
    line(text(say(keptBack === "asked" ? "site-asked-back" : "site-micro-data", { name, rows })));
  const list = (names: readonly string[]) => names.join(language === "zh" ? "、" : ", ");
  if (keptBack.length > 0) line(text(say("site-results-kept-back", { analyses: list(keptBack) })));
  line(text(say("site-results", { results })));
  if (frozen.length > 0) line(text(say("site-frozen", { analyses: list(frozen) })));
  line(text(say(frozen.length + keptBack.length === 0 ? "site-live" : "site-rest-live")));
  line(text(say("site-next", { folder })));
}
