import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "policy",
  turn: 8,
  title: { en: "Policies and their effects", zh: "政策与效果" },
  short: { en: "Policy", zh: "政策" },
  load: () => import("./policy.tsx"),
};
export default screen;
