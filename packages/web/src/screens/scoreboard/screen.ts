import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "scoreboard",
  turn: 3,
  title: { en: "Scoreboard", zh: "评分榜" },
  short: { en: "Scoreboard", zh: "评分榜" },
  load: () => import("./scoreboard.tsx"),
};
export default screen;
