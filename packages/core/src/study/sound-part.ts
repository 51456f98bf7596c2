import { type Fault, readBySchema } from "../language/schema-faults.ts";
import { same } from "../language/text.ts";
import { shown } from "./locate.ts";
import { type Study, studySchema } from "./schema.ts";

/** The maps of named entries, and what stands for an entry that cannot be read, so that its name is not unknown. */
const standIns = {
  datasets: { absent: same("-"), places: "cluster" },
  indicators: { places: "cluster", aspects: {} },
  recipes: { indicators: "-" },
  analyses: { use: "-", on: "-", with: {} },
  evidence: { text: same("-"), source: same("-") },
} satisfies { [Section in keyof Study]?: NonNullable<Study[Section]>[keyof NonNullable<Study[Section]>] };
type Section = keyof typeof standIns;

const isSection = (key: unknown): key is Section => typeof key === "string" && Object.hasOwn(standIns, key);

/** The paths of entries and sections that could not be read: nothing is said of what refers to them. */
export type Unread = ReadonlySet<string>;

export function isUnread(unread: Unread, section: Section, name: string): boolean {
  return unread.has(section) || unread.has(`${section}.${name}`);
}

/**
 * The study without the entries that are at fault, so that the rest can be checked in the same pass: they are taken out,
 * what is left is read by the same schema, and something empty takes their place, so that names and positions stay.
 */
export function soundPart(plain: unknown, faults: readonly Fault[]): { study?: Study; unread: Unread } {
  const removed = new Map<string, readonly PropertyKey[]>();
  let [rest, found]: [unknown, readonly Fault[]] = [plain, faults];
  while (found.length > 0) {
    const entries = new Map(found.map(({ path }) => [shown(entryOf(path)), entryOf(path)]));
    if (entries.has("") || typeof rest !== "object") return { unread: new Set() };
    // from the last: what is taken out of a list moves all that follows
    for (const [name, path] of [...entries].reverse()) {
      rest = without(rest, path);
      removed.set(name, path);
    }
    const read = readBySchema(studySchema, { conurb: 1, title: "-", ...(rest as object) });
    if (read.faults === undefined) return { study: filled(read.value, removed), unread: unreadOf(removed, plain) };
    found = read.faults.filter(({ path }) => !removed.has(shown(entryOf(path))));
  }
  return { unread: new Set() };
}

/** The part of the study that falls with what stands at a path: an entry of a map or a list, else a key. */
function entryOf(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const [first, second] = path;
  if (first === "report") return path.slice(0, second === "sections" || second === "headlines" ? 3 : 2);
  if (first === "cluster") return path.slice(0, typeof second === "number" ? 1 : 2);
  return path.slice(0, isSection(first) ? 2 : 1);
}

function without(value: unknown, [key, ...below]: readonly PropertyKey[]): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => at !== Number(key));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    below.length === 0
      ? entries.filter(([name]) => name !== String(key))
      : entries.map(([name, inner]) => [name, name === String(key) ? without(inner, below) : inner]),
  );
}

function filled(study: Study, removed: ReadonlyMap<string, readonly PropertyKey[]>): Study {
  const { sections = [], headlines = [] } = study.report;
  const result = { ...study, report: { ...study.report, sections: [...sections], headlines: [...headlines] } };
  const paths = [...removed.values()].sort((a, b) => Number(a[2]) - Number(b[2]));
  for (const [first, second, third] of paths) {
    if (isSection(first) && second !== undefined) {
      Object.assign(result, { [first]: { ...result[first], [second]: standIns[first] } });
    } else if (first === "report" && second === "sections" && third !== undefined) {
      result.report.sections.splice(Number(third), 0, { title: same("-"), show: ["-"] });
    } else if (first === "report" && second === "headlines" && third !== undefined) {
      result.report.headlines.splice(Number(third), 0, "-");
    }
  }
  return result;
}

/** What was taken out; with a key that nothing knows, which may be a section misspelt, every section that is not there. */
function unreadOf(removed: ReadonlyMap<string, readonly PropertyKey[]>, plain: unknown): Unread {
  const unread = new Set(removed.keys());
  const isUnknown = (key: PropertyKey | undefined) => key !== undefined && !Object.hasOwn(studySchema.shape, key);
  if (![...removed.values()].some(([first]) => isUnknown(first))) return unread;
  for (const section of Object.keys(standIns)) if (!Object.hasOwn(plain as object, section)) unread.add(section);
  return unread;
}
