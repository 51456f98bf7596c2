import { InputError } from "../contract/errors.ts";
import { readRecord } from "../contract/invoke.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Input } from "../contract/readings.ts";
import { spelledOut } from "../contract/sentence.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { Lacking } from "./data.ts";
import { type Asked, passportOf } from "./passport.ts";
import { plain } from "./plain.ts";
import { encodeResult } from "./result-file.ts";
import { gather, type StudyRun } from "./run.ts";

/** All that is asked of a run after it. What it answers is plain data, ready for JSON: gaps are null. */
export interface Questions {
  /** The canonical text of a result, by its key. */
  result(key: string): Promise<string | undefined>;
  /** What one number rests on. */
  passport(analysis: string, asked: Asked): Promise<unknown>;
  /** Exactly what an analysis received: tables, records, roles, options, seed. */
  inputs(analysis: string): Promise<unknown>;
  /** A dataset or a set of indicators as a typed table. */
  table(name: string): Promise<unknown>;
}

export function questionsOf(run: StudyRun): Questions {
  const { plan, data, outcomes } = run;
  const results = new Map(
    [...outcomes.values()].flatMap((outcome) => ("key" in outcome ? [[outcome.key, outcome.result] as const] : [])),
  );
  return {
    result: async (key) => {
      const result = results.get(key);
      return result === undefined ? undefined : encodeResult(result);
    },
    passport: (analysis, asked) =>
      told(async () => {
        const passport = await passportOf(run, analysis, asked);
        return { ...passport, warnings: passport.warnings.map(spelledOut) };
      }),
    inputs: (name) =>
      told(async () => {
        const names = plan.analyses.map((each) => each.name);
        const analysis = plan.analyses.find((each) => each.name === name) ?? unknown(name, names);
        const running = new Map([...outcomes].map(([each, outcome]) => [each, Promise.resolve(outcome)]));
        const { inputs, roles } = await gather(analysis, data, running);
        const { method, options } = analysis;
        return { method: method.id, inputs: asRead(method, inputs), roles, options, seed: plan.study.seed };
      }),
    table: (name) =>
      told(async () => {
        const { datasets, indicators } = plan.study;
        if (Object.hasOwn(datasets, name)) return data.placed(await data.dataset(name));
        if (Object.hasOwn(indicators, name)) return data.placed((await data.indicators(name)).table);
        return unknown(name, [...Object.keys(datasets), ...Object.keys(indicators)]);
      }),
  };
}

/** Records with every default filled in, as the method receives them; tables are read where it runs. */
function asRead(method: AnyMethod, inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const specs = method.inputs as Readonly<Record<string, Input>>;
  return Object.fromEntries(
    Object.entries(inputs).map(([name, given]) => {
      const spec = specs[name];
      return [name, spec?.shape === "record" ? readRecord(method, name, spec.schema, given) : given];
    }),
  );
}

/** Figures that are not there are a refusal, with the reason. */
async function told(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    return plain(await answer());
  } catch (error) {
    if (error instanceof Lacking) throw new InputError({ code: "lacking", text: error.text });
    throw error;
  }
}

function unknown(name: string, names: readonly string[]): never {
  const text = message("study-name-unknown", { at: "serve", name, names: names.join(", ") });
  const hint = suggestion(name, names);
  throw new InputError({ code: "study-name-unknown", text, ...(hint === undefined ? {} : { hint }) });
}
