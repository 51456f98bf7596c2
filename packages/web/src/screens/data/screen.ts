import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "data",
  turn: 2,
  title: { en: "Data room", zh: "数据室" },
  short: { en: "Data", zh: "数据" },
  load: () => import("./data.tsx"),
};
export default screen;
