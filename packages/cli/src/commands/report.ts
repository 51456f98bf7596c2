import { join } from "node:path";
import { languages } from "@conurb/core/language";
import { type Command, textOption } from "../command.ts";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { runOnce } from "../study/run-once.ts";
import type { Session } from "../study/session.ts";
import { writeChanged } from "../study/write-output.ts";

const report: Command = async (given, terminal) => {
  const format = textOption(given, "format") ?? "html";
  refuseFormats(format);
  const asked = textOption(given, "lang");
  return runOnce(`report ${format} ${asked ?? ""}`, given, terminal, (session) => render(session, asked?.split(",")));
};
export default report;

/** Writes one report a language and its figures; answers the reports' files. */
async function render(session: Session, asked: readonly string[] | undefined): Promise<string[]> {
  const [{ renderReport }, { reportModel }] = await Promise.all([
    import("@conurb/figures"),
    import("../study/report-model.ts"),
  ]);
  const wanted = asked ?? session.run.plan.study.report.lang;
  const model = await reportModel(session);
  const files: string[] = [];
  for (const language of languages.filter((each) => wanted.includes(each))) {
    const { html, figures } = renderReport(model, language);
    for (const { name, svg, csv } of figures) {
      await writeChanged(join(session.out, "figures", `${name}.${language}.svg`), svg);
      await writeChanged(join(session.out, "figures", `${name}.csv`), csv);
    }
    const file = join(session.out, `report.${language}.html`);
    await writeChanged(file, html);
    files.push(file);
  }
  return files;
}

function refuseFormats(asked: string): void {
  for (const format of asked.split(",")) {
    if (format === "docx") throw new UsageError(say("format-later", { format }));
    if (format !== "html") throw new UsageError(say("format-unknown", { format }));
  }
}
