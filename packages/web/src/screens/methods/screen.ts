import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "methods",
  turn: 9,
  title: { en: "Every method, with its data, options and sources", zh: "全部方法：数据、选项与出处" },
  short: { en: "Methods", zh: "方法" },
  load: () => import("./methods.tsx"),
};
export default screen;
