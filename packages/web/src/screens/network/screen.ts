import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "network",
  turn: 6,
  title: { en: "Network and space", zh: "网络与空间" },
  short: { en: "Network", zh: "网络" },
  load: () => import("./network.tsx"),
};
export default screen;
