import type { Screen } from "../registry.ts";

const screen: Screen = {
  path: "formula",
  turn: 4,
  title: { en: "Formula lab: weights, scaling and mean", zh: "公式实验室：权重、标准化与合成" },
  short: { en: "Formula", zh: "公式" },
  load: () => import("./formula.tsx"),
};
export default screen;
