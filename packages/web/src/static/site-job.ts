import { InputError, NumericalError, type Problem } from "@conurb/core/contract";
import { publishedRun, runSite, siteFiles, sitePorts } from "@conurb/core/site";
import { type Questions, questionsOf, type StudyPorts } from "@conurb/core/study";
import type { FromWorker, Question, ToWorker } from "./site-talk.ts";

/** One text in a thread of its own: the same check, plan and run as on the command line, over the files of the site. */

type Task = Extract<ToWorker, { kind: "run" }>;

/** The report of a text that was run here. */
let reportIn: (language: string) => string | undefined = () => undefined;

/** Who answers questions about an analysis. */
let answers: Promise<(analysis: string) => Promise<Questions>> | undefined;

export function take(message: ToWorker): void {
  if (message.kind === "run") {
    answers = begin(message);
    answers.catch((error) => say({ kind: "failed", problems: problemsOf(error) }));
  } else void answer(message.id, message.question);
}

async function begin(task: Task): Promise<(analysis: string) => Promise<Questions>> {
  const { site, text } = task;
  const read = async (file: string): Promise<unknown> => (await fetched(task.data + file)).json();
  const ports = sitePorts(site, read, {
    results: resultsOf(task),
    notify: (event) => say({ kind: "event", event }),
    signal: new AbortController().signal, // whoever cancels ends this thread
  });
  if (text === undefined) {
    const runOf = await publishedRun(site, ports);
    return async (analysis) => questionsOf(await runOf(analysis));
  }
  const done = await runSite(site, text, ports, (total) => say({ kind: "begin", total }));
  const { outlined } = await import("./site-outline.ts");
  const { outline, report } = await outlined(done, await read(siteFiles.library));
  reportIn = report;
  say({ kind: "ran", outline });
  const questions = questionsOf(done.run);
  return async () => questions;
}

/** Results that were computed in this tab, those that came with the site, and the way back for new ones. */
function resultsOf({ site, data, known, anew }: Task): StudyPorts["results"] {
  const results = new Map(known);
  const shipped = new Set(anew ? site.frozen.map(({ key }) => key) : site.results);
  return {
    read: async (key) => {
      const here = results.get(key);
      if (here !== undefined || !shipped.has(key)) return here;
      return (await fetched(data + siteFiles.result(key))).text();
    },
    write: async (key, text) => {
      results.set(key, text);
      say({ kind: "kept", key, text });
    },
  };
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function answer(id: number, question: Question): Promise<void> {
  try {
    const of = await answers;
    if (of === undefined) throw new Error("asked before a run");
    say({ kind: "answer", id, value: await answerTo(question, of) });
  } catch (error) {
    say({ kind: "refusal", id, problems: problemsOf(error) });
  }
}

async function answerTo(question: Question, of: (analysis: string) => Promise<Questions>): Promise<unknown> {
  if (question.kind === "report") return reportIn(question.language);
  if (question.kind === "table") return (await of("")).table(question.name);
  const questions = await of(question.analysis);
  return question.kind === "inputs"
    ? questions.inputs(question.analysis)
    : questions.passport(question.analysis, question.asked);
}

function say(told: FromWorker): void {
  self.postMessage(told);
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof InputError) return error.problems;
  if (error instanceof NumericalError) return [{ code: error.code, text: error.text }];
  const said = error instanceof Error ? error.message : String(error);
  return [{ code: "fault", text: { en: said, zh: said } }];
}
