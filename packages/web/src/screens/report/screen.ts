import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "report",
  turn: 10,
  title: { en: "Report: sections, languages and files", zh: "报告：章节、语言与文件" },
  short: { en: "Report", zh: "报告" },
  load: () => import("./report.tsx"),
};
export default screen;
