import { type Command, textOption } from "../command.ts";
import { askedOf } from "../export/asked.ts";
import { browserFor, rasterPoolFor, renderReports } from "../export/render-report.ts";
import { runOnce } from "../study/run-once.ts";
import { threadCount } from "../thread-count.ts";

const report: Command = async (given, terminal) => {
  const asked = askedOf(given);
  const lang = textOption(given, "lang");
  const threads = threadCount(textOption(given, "threads"));
  const browser = await browserFor(asked);
  return runOnce(`report ${JSON.stringify(asked)} ${lang ?? ""} ${browser}`, given, terminal, async (session) => {
    const pool = await rasterPoolFor(asked, threads);
    try {
      return await renderReports(session, { asked, lang: lang?.split(","), browser, pool }, terminal);
    } finally {
      await pool?.close();
    }
  });
};
export default report;
