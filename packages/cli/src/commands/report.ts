import { type Command, textOption } from "../command.ts";
import { askedOf } from "../export/asked.ts";
import { browserFor, renderReports } from "../export/render-report.ts";
import { runOnce } from "../study/run-once.ts";
import { threadCount } from "../thread-count.ts";

const report: Command = async (given, terminal) => {
  const asked = askedOf(given);
  const lang = textOption(given, "lang");
  const threads = threadCount(textOption(given, "threads"));
  const browser = await browserFor(asked.formats);
  return runOnce(`report ${JSON.stringify(asked)} ${lang ?? ""} ${browser ?? ""}`, given, terminal, (session) =>
    renderReports(session, { asked, lang: lang?.split(","), browser, threads }, terminal),
  );
};
export default report;
