import { join } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, describeMethod, spelledOut } from "@conurb/core/contract";
import { message, suggestion } from "@conurb/core/language";
import { type AnalysisPlan, gather, passportOf, type StudyRun } from "@conurb/core/study";
import type { Ran, Workplace } from "@conurb/server";
import { openAtlas } from "@conurb/store";
import { UsageError } from "../exit.ts";
import { checkStudy } from "../study/check-study.ts";
import { nodePorts, nowhere } from "../study/node-ports.ts";
import { runUnder, type Session } from "../study/session.ts";
import type { StudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { outlineOf } from "./outline.ts";
import { plain } from "./plain.ts";

export interface WorkplaceOptions {
  readonly file: StudyFile;
  readonly out: string;
  readonly threads: number;
}

/** The study of the workbench: its checks and runs are those of the command line, into the same folder. */
export function openWorkplace({ file, out, threads }: WorkplaceOptions, terminal: Terminal): Workplace {
  const never = new AbortController().signal;
  return {
    file: file.file,
    path: file.path,
    check: async (text) => {
      const ports = nodePorts({ folder: file.folder, results: nowhere, threads, signal: never });
      try {
        const { problems, notes } = await checkStudy(text, file.file, ports);
        return { problems, notes };
      } finally {
        await ports.close();
      }
    },
    run: (text, signal, notify) => {
      let total = 0;
      const listener = {
        signal,
        begin: (analyses: number) => {
          total = analyses;
        },
        notify: (event: Parameters<Parameters<typeof runUnder>[1]["notify"]>[0]) => notify(event, total || 1),
      };
      const options = { file: { ...file, text }, out, threads, cache: true, prune: false };
      return runUnder(options, listener, terminal, ranOf);
    },
    methods: async () => {
      const loaded = await Promise.all(
        Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod),
      );
      return plain({
        methods: loaded.map((method) => ({ ...describeMethod(method), views: method.views, cost: method.cost })),
      });
    },
    gazetteer: async () => {
      const atlas = openAtlas();
      const [places, clusters] = await Promise.all([atlas.places(), atlas.clusters()]);
      const named = [...places.values()].map(({ code, name, parentName }) => ({ code, name, parentName }));
      return plain({ clusters: [...clusters.values()], places: named });
    },
  };
}

async function ranOf(session: Session): Promise<Ran> {
  const { run } = session;
  const outline = await outlineOf(session);
  const texts = new Map(
    [...run.outcomes.values()].flatMap((outcome) => ("key" in outcome ? [[outcome.key, outcome.result] as const] : [])),
  );
  const { encodeResult } = await import("@conurb/core/study");
  return {
    outline,
    result: async (key) => {
      const result = texts.get(key);
      return result === undefined ? undefined : encodeResult(result);
    },
    passport: async (analysis, asked) => {
      const passport = await passportOf(run, analysis, asked);
      return plain({ ...passport, warnings: passport.warnings.map(spelledOut) });
    },
    inputs: async (name) => {
      const analysis = analysisNamed(run, name);
      const outcomes = new Map([...run.outcomes].map(([each, outcome]) => [each, Promise.resolve(outcome)]));
      const { inputs, roles } = await gather(analysis, run.data, outcomes);
      const { method, options } = analysis;
      return plain({ method: method.id, inputs, roles, options, seed: run.plan.study.seed });
    },
    table: async (name) => plain(await tableNamed(run, name)),
  };
}

function analysisNamed(run: StudyRun, name: string): AnalysisPlan {
  const found = run.plan.analyses.find((each) => each.name === name);
  return (
    found ??
    unknown(
      name,
      run.plan.analyses.map((each) => each.name),
    )
  );
}

async function tableNamed({ plan, data }: StudyRun, name: string): Promise<unknown> {
  const { datasets, indicators } = plan.study;
  if (Object.hasOwn(datasets, name)) return data.placed(await data.dataset(name));
  if (Object.hasOwn(indicators, name)) return data.placed((await data.indicators(name)).table);
  return unknown(name, [...Object.keys(datasets), ...Object.keys(indicators)]);
}

function unknown(name: string, names: readonly string[]): never {
  const told = message("study-name-unknown", { at: "serve", name, names: names.join(", ") });
  throw new UsageError(told, suggestion(name, names));
}

/** Where results go unless another folder is named. */
export const outBeside = (file: StudyFile): string => join(file.folder, "out");
