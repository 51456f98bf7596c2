import type { Problem } from "@conurb/core/contract";
import { ask, askJson } from "./ask.ts";
import type { Path } from "./edit-text.ts";
import { keepHistory, keptText } from "./history-kept.ts";
import type { Outline, ReportState, RunState } from "./outline.ts";
import { Refused } from "./refused.ts";
import { source } from "./source.ts";

export interface Conflict {
  readonly yours: { readonly text: string };
  readonly theirs: { readonly text: string; readonly version: string };
  /** What both were made of. */
  readonly base: string;
}

/** What every part of the workbench looks at. */
export interface BenchState {
  readonly file: string;
  /** The study's text as it is edited; it is that of the file unless `saving` or `unsaved`. */
  readonly text: string;
  readonly version: string;
  /** The file's text at that version. */
  readonly filed: string;
  readonly saving: boolean;
  /** The last attempt to save failed: the text stands on this page alone. */
  readonly unsaved: boolean;
  readonly past: readonly string[];
  readonly future: readonly string[];
  readonly run?: RunState;
  /** The report that is being made, or was made last. */
  readonly report?: ReportState;
  /** Of the last run that went through; it may be older than the text. */
  readonly outline?: Outline;
  readonly outlineVersion?: string;
  readonly outlineEnded?: string;
  readonly conflict?: Conflict;
  /** The folder has no study yet. */
  readonly isBare?: boolean;
  /** The server does not answer; or it answers, but no longer lets this page in, since another one stands in its place. */
  readonly lost?: "silent" | Refused | undefined;
  /** Why it does not let us in at all. */
  readonly refused?: Refused;
  /** What it had against the last text that was to be saved or run. */
  readonly trouble?: readonly Problem[] | undefined;
}

const mostSteps = 200;
const mostRest = 1000; // milliseconds between two turns of a knob: after more, it is taken up anew
const outside = [401, 403, 421]; // answers of a server to whom it does not let in

/** The study on the table: its text, its history and its runs. One for the page, outside React, so that all parts agree. */
export class Bench {
  #state: BenchState = {
    file: "",
    text: "",
    version: "",
    filed: "",
    saving: false,
    unsaved: false,
    past: [],
    future: [],
  };
  #listeners = new Set<() => void>();
  #saved: Promise<void> = Promise.resolve();
  #leave: () => void = () => {};
  /** The knob that made the last step, and when it did. */
  #turned: { readonly knob: string; readonly at: number } | undefined;

  get = (): BenchState => this.#state;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(more: Partial<BenchState>): void {
    const before = this.#state;
    this.#state = { ...before, ...more };
    const { past, future, version } = this.#state;
    if (past !== before.past) this.#turned = undefined; // what comes now is a step of its own
    if (past !== before.past || future !== before.future || version !== before.version) keepHistory(this.#state);
    for (const listener of this.#listeners) listener();
  }

  async open(): Promise<void> {
    try {
      const { file, text, version } = await askJson<{ file: string; text: string | null; version: string }>(
        "/api/study",
      );
      if (text === null) {
        this.#set({ isBare: true });
        return;
      }
      const kept = keptText({ file, text, version });
      this.#set({ ...kept, unsaved: kept.text !== kept.filed, lost: undefined });
      await this.#listen();
      await this.#fetchOutline();
      if (this.#state.unsaved) this.#save();
      await this.#saved;
      await this.run();
    } catch (error) {
      if (error instanceof Refused) this.#set({ refused: error });
      else this.#set({ lost: "silent" });
    }
  }

  /** Says what came in the way of something that nobody waits for. */
  #tell = (error: unknown): void => {
    if (!(error instanceof Refused)) this.#set({ lost: "silent" });
    else if (outside.includes(error.status)) this.#set({ lost: error });
    else this.#set({ trouble: error.problems });
  };

  async #listen(): Promise<void> {
    this.#leave();
    this.#leave = (await source).listen((news) => {
      if (news.kind === "open") {
        if (this.#state.lost !== undefined) this.#catchUp().catch(this.#tell);
        else if (news.again) this.#reload().catch(this.#tell);
      } else if (news.kind === "lost") this.#set({ lost: "silent" });
      else if (news.kind === "shut") askJson("/api/study").catch(this.#tell);
      else if (news.kind === "report") this.#set({ report: news.report });
      else if (news.kind === "study") {
        if (news.version !== this.#state.version) this.#reload(news.version).catch(this.#tell);
      } else {
        const { run: known } = this.#state;
        this.#set({ run: news.run });
        const isKnown = known?.id === news.run.id && known.state === "done"; // told again by a line that was opened again
        if (news.run.state === "done" && !isKnown) this.#fetchOutline().catch(this.#tell);
      }
    });
  }

  /**
   * A server answers again: what could not be saved is saved, and what was changed meanwhile is taken over or asked about. It may
   * be another one, which has run nothing yet; what is under way there, it tells on the line that it just opened.
   */
  async #catchUp(): Promise<void> {
    const { run: _, report: __, ...rest } = this.#state;
    this.#state = rest;
    this.#set({ lost: undefined });
    if (this.#state.unsaved) return this.#save();
    const { version } = await askJson<{ version: string | null }>("/api/study");
    if (version === this.#state.version) await this.run();
    else if (version !== null) await this.#reload(version);
  }

  /** Another tab, or an editor, saved: what is on the table is taken over, and can be undone. */
  async #reload(announced?: string): Promise<void> {
    await this.#saved;
    if (announced === this.#state.version) return;
    const { text, version } = await askJson<{ text: string; version: string }>("/api/study");
    if (version === this.#state.version || this.#state.conflict !== undefined) return;
    if (this.#state.text !== this.#state.filed) return this.#save(); // what stands here alone is not given up: saving it asks
    const past = [...this.#state.past, this.#state.text].slice(-mostSteps);
    this.#set({ text, version, filed: text, past, future: [] });
    await this.run();
  }

  async #fetchOutline(): Promise<void> {
    const { current, last } = await askJson<{
      current: RunState | null;
      last: { version: string; ended: string; outline: Outline } | null;
    }>("/api/runs/current");
    const run = current === null ? {} : { run: current };
    const done = last === null ? {} : { outline: last.outline, outlineVersion: last.version, outlineEnded: last.ended };
    this.#set({ ...run, ...done });
  }

  /**
   * Changes the text, saves it and runs it. The change is a function of the text, so that it never meets another. `knob` is what is
   * turned, by its place in the file: one that is turned on is one step back, from where it stood before.
   */
  edit(change: (text: string) => string, knob?: Path): void {
    const { text, past } = this.#state;
    const next = change(text);
    if (next === text) return;
    const turned = knob === undefined ? undefined : { knob: JSON.stringify(knob), at: performance.now() };
    const goesOn = turned !== undefined && turned.knob === this.#turned?.knob && turned.at - this.#turned.at < mostRest;
    this.#set({ text: next, past: goesOn ? past : [...past, text].slice(-mostSteps), future: [] });
    this.#turned = turned;
    this.#save();
  }
  undo = (): void => {
    const { text, past, future } = this.#state;
    const before = past.at(-1);
    if (before === undefined) return;
    this.#set({ text: before, past: past.slice(0, -1), future: [text, ...future] });
    this.#save();
  };
  redo = (): void => {
    const { text, past, future } = this.#state;
    const [after, ...rest] = future;
    if (after === undefined) return;
    this.#set({ text: after, past: [...past, text], future: rest });
    this.#save();
  };

  #save(): void {
    this.#set({ saving: true });
    this.#saved = this.#saved.then(() => this.#write());
  }
  async #write(): Promise<void> {
    const { text, version, filed } = this.#state;
    try {
      const answer = await ask("/api/study", {
        method: "PUT",
        headers: { "content-type": "application/yaml", "if-match": `"${version}"` },
        body: text,
      });
      if (answer.status === 409) {
        const found = (await answer.json()) as Omit<Conflict, "base">;
        this.#set({ saving: false, unsaved: true, conflict: { ...found, base: filed } });
        return;
      }
      const saved = (await answer.json()) as { version: string };
      this.#set({
        version: saved.version,
        filed: text,
        saving: this.#state.text !== text,
        unsaved: false,
        lost: undefined,
        trouble: undefined,
      });
    } catch (error) {
      this.#set({ saving: false, unsaved: true });
      this.#tell(error);
      return;
    }
    if (this.#state.text === text) await this.run();
  }

  /** A file that was changed outside: what stands is the reader's choice, and whatever gave way can be had by undo. */
  settle(stands: string): void {
    const { conflict, text, past } = this.#state;
    if (conflict === undefined) return;
    const { theirs } = conflict;
    const { conflict: _, ...rest } = this.#state;
    const left = [theirs.text, text].filter((each) => each !== stands);
    this.#state = { ...rest, version: theirs.version, filed: theirs.text };
    // steps that led on from a text that no longer stands lead nowhere
    this.#set({ text: stands, past: [...past, ...left].slice(-mostSteps), future: [] });
    if (stands !== theirs.text) this.#save();
    else {
      this.#set({ unsaved: false });
      void this.run();
    }
  }
  /** Asks once more, where the question was put aside. */
  remind = (): void => {
    const { conflict } = this.#state;
    if (conflict !== undefined) this.#set({ conflict: { ...conflict } });
  };

  async run(): Promise<void> {
    try {
      const run = await askJson<RunState>("/api/runs", { method: "POST" });
      if (this.#state.run?.id !== run.id) this.#set({ run, trouble: undefined });
      // a text that was never announced: not waited for, since it waits for what is being saved
      if (run.version !== this.#state.version) this.#reload(run.version).catch(this.#tell);
      if (run.state === "done" && this.#state.outlineVersion !== run.version) await this.#fetchOutline();
    } catch (error) {
      this.#tell(error);
    }
  }
  async cancel(): Promise<void> {
    const { run } = this.#state;
    if (run?.state === "running") await ask(`/api/runs/${run.id}`, { method: "DELETE" }).catch(() => {});
  }
}

export const bench = new Bench();
