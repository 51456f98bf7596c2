import type { Text } from "@conurb/core/language";
import { clean, escapeText } from "@conurb/figures";
import { contentPolicy } from "@conurb/server";
import { say } from "../say.ts";

/** The policy of the workbench as a page can state it of itself: who may frame it, only a host can say. */
const policy = contentPolicy
  .split("; ")
  .filter((part) => !part.startsWith("frame-ancestors"))
  .join("; ");

/** The workbench's page as that of a site: where its data lie, and what it may load. */
export function sitePage(built: string, title: Text): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="referrer" content="no-referrer" />',
    '<meta name="conurb-site" content="./data/" />',
  ];
  const unhosted = (["zh", "en"] as const).map((language) => {
    const lang = language === "zh" ? "zh-CN" : "en";
    return `<p class="unhosted" lang="${lang}">${escapeText(say("site-unhosted")[language])}</p>`;
  });
  const titles = [...new Set([title.zh, title.en])].map((each) => escapeText(clean(each))).join(" · ");
  return built
    .replace('<meta charset="utf-8" />', (found) => [found, ...head].join("\n    "))
    .replace(/<title>.*<\/title>/, () => `<title>${titles}</title>`)
    .replace('<div id="workbench"></div>', () => `<div id="workbench">${unhosted.join("")}</div>`);
}
