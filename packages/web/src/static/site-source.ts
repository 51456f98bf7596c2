import { hashText } from "@conurb/core/contract";
import { notShipped, type Site, type SiteInputs, siteFiles } from "@conurb/core/site";
import type { Outline, ReportState, RunState } from "../bench/outline.ts";
import { Refused } from "../bench/refused.ts";
import { remember, remembered } from "../bench/remember.ts";
import type { News, Source } from "../bench/source.ts";
import { KeptResults } from "./kept-results.ts";
import { keepSite } from "./site-facts.ts";
import { SiteRun } from "./site-run.ts";
import type { Question } from "./site-talk.ts";
import { siteWords } from "./site-words.ts";

/** A finished run as files: edits stay in this tab, and what they change is computed in a thread of the reader's browser. */
export async function openSite(data: string): Promise<Source> {
  const answer = await fetch(data + siteFiles.site);
  if (!answer.ok) throw new Refused(answer.status, [{ code: "site-missing", text: siteWords.missing }]);
  const site = (await answer.json()) as Site;
  keepSite(site);
  return new StaticSite(site, data);
}

const versionOf = (text: string): string => hashText(text).slice(0, 32);

const room = 24_000_000; // characters of results that are kept for a text to come back to

interface Last {
  readonly version: string;
  readonly ended?: string;
  readonly outline: unknown;
}

class StaticSite implements Source {
  readonly #site: Site;
  readonly #data: string;
  readonly #published: string;
  readonly #outline: unknown;
  #listeners = new Set<(news: News) => void>();
  #text: string;
  #state: RunState;
  /** Of the last text that went through: what the page shows rests on it. */
  #last: Last;
  /** Answers questions about `#last`; begun when the first is asked. */
  #standing: SiteRun | undefined;
  #going: SiteRun | undefined;
  #runs = 0;
  #report: ReportState | undefined;
  /** Addresses of the files that were made in this tab, by their names. */
  #made: ReadonlyMap<string, string> = new Map();
  /** Results that were computed in this tab. */
  readonly #computed = new KeptResults(room);

  constructor(site: Site, data: string) {
    this.#site = { ...site, outline: undefined };
    this.#outline = site.outline;
    this.#data = data;
    this.#published = versionOf(site.text);
    this.#text = keptText(this.#published) ?? site.text;
    this.#last = { version: this.#published, outline: site.outline };
    this.#state = { id: "published", version: this.#published, state: "done", finished: 0, total: 0 };
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, searchParams } = new URL(path, "http://site");
    const [, , of, name = "", part = ""] = pathname.split("/").map(decodeURIComponent);
    const method = init.method ?? "GET";
    switch (`${method} ${of}`) {
      case "GET study":
        return json({ file: this.#site.file, text: this.#text, version: versionOf(this.#text) });
      case "PUT study":
        this.#text = String(init.body);
        keepText(this.#text, this.#published);
        return json({ version: versionOf(this.#text) });
      case "POST runs":
        return json(this.#start());
      case "DELETE runs":
        this.#cancel();
        return new Response(null, { status: 204 });
      case "GET runs":
        return json({ current: this.#state, last: this.#last });
      case "GET results": {
        const computed = this.#computed.all.get(name);
        return computed === undefined ? this.#file(siteFiles.result(name)) : new Response(computed);
      }
      case "GET shelf":
        return json({ canOpen: false });
      case "GET datasets":
        return this.#dataset(name, part);
      case "POST reports":
        return json(await this.#makeReports());
      case "GET reports":
        return json({ current: this.#report ?? null });
      case "GET methods":
        return this.#file(siteFiles.methods);
      case "GET gazetteer":
        return this.#file(siteFiles.gazetteer);
      case "GET inputs":
        return json(await (this.#isPublished() ? this.#inputs(name) : this.#asked({ kind: "inputs", analysis: name })));
      case "GET tables": {
        const file = this.#site.prepared[name];
        return this.#isPublished() && file !== undefined
          ? this.#file(file)
          : json(await this.#asked({ kind: "table", name }));
      }
      case "GET passports": {
        const given = (part: "table" | "column") => (searchParams.has(part) ? { [part]: searchParams.get(part) } : {});
        const asked = { ...given("table"), ...given("column"), keys: searchParams.getAll("key") };
        return json(await this.#asked({ kind: "passport", analysis: name, asked }));
      }
      default:
        throw new Refused(404, [{ code: "site-no-server", text: siteWords.noServer, hint: siteWords.noServerHint }]);
    }
  }

  async #file(name: string): Promise<Response> {
    const answer = await fetch(this.#data + name);
    if (answer.ok) return answer;
    throw new Refused(answer.status, [{ code: "site-missing", text: siteWords.missing }]);
  }

  /** The report as it was published, for a frame; files that were made here. */
  address(path: string): string {
    const [, , , kind, name = ""] = path.replace(/\?.*$/, "").split("/").map(decodeURIComponent);
    return kind === "preview" ? this.#data + siteFiles.report(name) : (this.#made.get(name) ?? path);
  }

  /** A dataset's figures as they were read, or the account of them. */
  async #dataset(name: string, part: string): Promise<Response> {
    const file = this.#site.tables.find((each) => each.name === name)?.file;
    if (file === undefined) throw new Refused(422, [{ code: "kept-back", text: notShipped(name) }]);
    if (part === "account") return this.#file(siteFiles.account(name));
    return json({ table: await (await this.#file(file)).json() });
  }

  /** The report of what the page shows, as files of this tab, in each of its languages. */
  async #makeReports(): Promise<ReportState> {
    const { version, outline } = this.#last;
    const { lang } = (outline as Outline).report;
    const names = lang.map((language) => `report.${language}.html`);
    const texts = await Promise.all(
      lang.map(async (language) =>
        this.#isPublished()
          ? (await this.#file(siteFiles.report(language))).text()
          : ((await this.#asked({ kind: "report", language })) as string),
      ),
    );
    for (const address of this.#made.values()) URL.revokeObjectURL(address);
    const blobs = texts.map((text) => new Blob([text], { type: "text/html" }));
    this.#made = new Map(names.map((name, at) => [name, URL.createObjectURL(blobs[at] as Blob)]));
    const files = names.map((name, at) => ({ name, size: (blobs[at] as Blob).size }));
    const [finished, ended] = [lang.length, new Date().toISOString()];
    const report: ReportState = { id: version, version, state: "done", finished, total: finished, ended, files };
    this.#report = report;
    for (const listener of this.#listeners) listener({ kind: "report", report });
    return report;
  }

  #isPublished(): boolean {
    return this.#last.version === this.#published;
  }

  /** What an analysis of the published study received, as it was shipped. */
  async #inputs(analysis: string): Promise<unknown> {
    if (this.#site.frozen.some(({ name }) => name === analysis))
      throw new Refused(422, [{ code: "frozen", text: siteWords.frozenWhy }]);
    const read = async (file: string): Promise<unknown> => (await this.#file(file)).json();
    const { tables, records, ...rest } = (await read(siteFiles.inputs(analysis))) as SiteInputs;
    const there = Object.entries(tables).map(async ([name, file]) => [name, await read(file)] as const);
    return { ...rest, inputs: { ...records, ...Object.fromEntries(await Promise.all(there)) } };
  }

  async #asked(question: Question): Promise<unknown> {
    this.#standing ??= new SiteRun(this.#task(), (told) => {
      if (told.kind === "kept") this.#computed.put(told.key, told.text);
    });
    return this.#standing.ask(question);
  }

  #task(text?: string) {
    const edited = text === undefined ? {} : { text };
    return { site: this.#site, data: this.#data, ...edited, known: this.#computed.all, anew: false };
  }

  /** Runs the text as it stands, unless that is what the page shows already. A run of another text ends. */
  #start(): RunState {
    const version = versionOf(this.#text);
    if (this.#state.version === version && this.#state.state === "running") return this.#state;
    this.#going?.end();
    this.#going = undefined;
    this.#trim();
    this.#runs += 1;
    const state = { id: `tab-${this.#runs}`, version, finished: 0, total: 0 };
    if (version === this.#last.version) return this.#change({ ...state, state: "done" });
    if (version === this.#published) {
      this.#stand(undefined, { version, outline: this.#outline });
      return this.#change({ ...state, state: "done" });
    }
    const going = new SiteRun(this.#task(this.#text), (told) => {
      if (told.kind === "kept") this.#computed.put(told.key, told.text);
      if (this.#going !== going) return;
      if (told.kind === "begin") this.#change({ ...this.#state, total: told.total });
      else if (told.kind === "event") {
        const { event } = told;
        if (event.kind === "finished") this.#change({ ...this.#state, finished: this.#state.finished + 1 });
        else {
          const far = event.kind === "progress" ? { done: event.done, total: event.total } : {};
          this.#change({ ...this.#state, now: { analysis: event.analysis, ...far } });
        }
      } else if (told.kind === "ran") {
        this.#going = undefined;
        const ended = new Date().toISOString();
        this.#stand(going, { version, ended, outline: told.outline });
        this.#change({ ...this.#state, state: "done", ended });
      } else if (told.kind === "failed") {
        this.#going = undefined;
        going.end();
        this.#change({ ...this.#state, state: "failed", problems: told.problems });
      }
    });
    this.#going = going;
    return this.#change({ ...state, state: "running" });
  }

  #stand(run: SiteRun | undefined, last: Last): void {
    this.#standing?.end();
    this.#standing = run;
    this.#last = last;
  }

  /** What the page shows stays, whatever was computed since. */
  #trim(): void {
    const { analyses } = this.#last.outline as Outline;
    this.#computed.trim(new Set(analyses.flatMap(({ key }) => key ?? [])));
  }

  #cancel(): void {
    this.#going?.end();
    this.#going = undefined;
    if (this.#state.state === "running") this.#change({ ...this.#state, state: "cancelled" });
  }

  #change(state: RunState): RunState {
    this.#state = state;
    for (const listener of this.#listeners) listener({ kind: "run", run: state });
    return state;
  }
}

function json(value: unknown): Response {
  return Response.json(value ?? null);
}

const place = "conurb-text";

/** What was edited in this tab, on this edition of the site: a reload finds it again, another tab does not. */
function keptText(published: string): string | undefined {
  const kept = remembered("sessionStorage", place);
  if (kept === undefined) return undefined;
  const { on, text } = JSON.parse(kept) as { on: string; text: string };
  return on === published + location.pathname ? text : undefined;
}
function keepText(text: string, published: string): void {
  const kept = versionOf(text) === published ? undefined : JSON.stringify({ on: published + location.pathname, text });
  remember("sessionStorage", place, kept);
}
