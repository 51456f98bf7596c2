import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "structure",
  turn: 5,
  title: { en: "Structure and duplication", zh: "结构与同构" },
  short: { en: "Structure", zh: "结构" },
  load: () => import("./structure.tsx"),
};
export default screen;
