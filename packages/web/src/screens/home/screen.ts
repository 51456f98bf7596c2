import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "home",
  turn: 1,
  title: { en: "Home", zh: "首页" },
  short: { en: "Home", zh: "首页" },
  load: () => import("./home.tsx"),
};
export default screen;
