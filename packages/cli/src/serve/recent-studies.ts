import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Text } from "@conurb/core/language";
import { parseStudy } from "@conurb/core/study";
import { writeAtomic } from "@conurb/store";
import { stateFolder } from "./state-folder.ts";

/** A study that the workbench opened before. */
export interface RecentStudy {
  readonly path: string;
  readonly title: Text;
  /** When, as ISO text. */
  readonly opened: string;
}

interface Noted {
  readonly path: string;
  readonly opened: string;
}

const most = 12;
const listPath = () => join(stateFolder(), "recent-studies.json");

/** The studies opened last, newest first; those that are gone, or are none any more, are left out. */
export async function recentStudies(): Promise<readonly RecentStudy[]> {
  const found = await Promise.all(
    (await noted()).map(async ({ path, opened }): Promise<RecentStudy[]> => {
      const title = await titleOf(path);
      return title === undefined ? [] : [{ path, title, opened }];
    }),
  );
  return found.flat();
}

/** Notes that a study was opened. A list that cannot be written is no reason not to open it. */
export async function noteRecent(path: string, opened: string): Promise<void> {
  try {
    const others = (await noted()).filter((each) => each.path !== path);
    await mkdir(dirname(listPath()), { recursive: true });
    await writeAtomic(listPath(), `${JSON.stringify([{ path, opened }, ...others].slice(0, most), null, 2)}\n`);
  } catch {}
}

/** What a study file is called; nothing where it is none. */
export async function titleOf(path: string): Promise<Text | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseStudy(text, path).study?.title;
}

async function noted(): Promise<readonly Noted[]> {
  try {
    const list: unknown = JSON.parse(await readFile(listPath(), "utf8"));
    return Array.isArray(list) ? list.filter(isNoted) : [];
  } catch {
    return [];
  }
}

const isNoted = (each: unknown): each is Noted =>
  typeof each === "object" &&
  each !== null &&
  ["path", "opened"].every((key) => typeof (each as Record<string, unknown>)[key] === "string");
