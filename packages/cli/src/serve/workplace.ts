import { basename, join } from "node:path";
import { plain, questionsOf } from "@conurb/core/study";
import { outlineOf, renderReport, viewFile } from "@conurb/figures";
import type { Ran, Workplace } from "@conurb/server";
import { openAtlas, readBytes, withLock } from "@conurb/store";
import { type Asked, askedOf } from "../export/asked.ts";
import { renderReports } from "../export/render-report.ts";
import { datasetNamed } from "../import/dataset-name.ts";
import { importChoices } from "../import/import-choices.ts";
import { previewImport } from "../import/preview-import.ts";
import { makePack } from "../pack/make-pack.ts";
import { checkStudy } from "../study/check-study.ts";
import { nodePorts, nowhere } from "../study/node-ports.ts";
import { reportModel } from "../study/report-model.ts";
import { runUnder, type Session } from "../study/session.ts";
import type { StudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { datasetQuestions } from "./dataset-questions.ts";
import { madeFiles } from "./made-files.ts";
import { describedMethods, namedGazetteer } from "./standing-answers.ts";

/** As `conurb report` without options: formats and languages are the study's own. */
const plainReport: Asked = askedOf({ words: [], options: {} });

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
    report: (text, signal, notify) => {
      const options = { file: { ...file, text }, out, threads, cache: true, prune: false };
      return runUnder(options, { signal, notify: () => {} }, terminal, async (session) => {
        const rendering = { asked: plainReport, lang: undefined, threads, signal, notify };
        return madeFiles(await renderReports(session, rendering, terminal));
      });
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
    preview: async ({ path, file: named }, choices) => {
      const bytes = await readBytes(path, named);
      return plain(await previewImport({ bytes, file: named, name: datasetNamed(named) }, importChoices(choices)));
    },
    methods: describedMethods,
    gazetteer: () => namedGazetteer(openAtlas()),
  };
}

async function ranOf(session: Session): Promise<Ran> {
  const { run, notes } = session;
  const model = await reportModel(session);
  return {
    ...questionsOf(run),
    ...datasetQuestions(session),
    outline: outlineOf(model, notes),
    archive: async () => {
      const { bytes } = await withLock(session.out, () => makePack(session, true));
      return { name: `${basename(session.file.folder)}.zip`, bytes: Uint8Array.from(bytes) };
    },
    view: async (page, ending) => viewFile(model, page, ending),
    report: async (asked) => {
      const language = run.plan.study.report.lang.find((each) => each === asked);
      return language === undefined ? undefined : renderReport(model, language).html;
    },
  };
}

/** Where results go unless another folder is named. */
export const outBeside = (file: StudyFile): string => join(file.folder, "out");
