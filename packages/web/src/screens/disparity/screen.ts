import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "disparity",
  turn: 7,
  title: { en: "Disparity, size and convergence", zh: "差距、规模与收敛" },
  short: { en: "Disparity", zh: "差距" },
  load: () => import("./disparity.tsx"),
};
export default screen;
