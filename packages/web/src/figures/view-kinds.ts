import type { ViewKind } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";

interface KindLook {
  readonly name: Text;
  /** As high as it is wide: all of it is seen without scrolling. The others have many columns. */
  readonly isSquare: boolean;
}

/** What each kind of picture is called, and its shape; a kind that the contract has and this lacks does not compile. */
export const viewKinds: Readonly<Record<ViewKind, KindLook>> = {
  map: { name: { en: "map", zh: "地图" }, isSquare: true },
  ranking: { name: { en: "ranking", zh: "排名" }, isSquare: false },
  heatmap: { name: { en: "heat map", zh: "热力图" }, isSquare: false },
  matrix: { name: { en: "matrix", zh: "矩阵" }, isSquare: false },
  lorenz: { name: { en: "Lorenz curves", zh: "洛伦兹曲线" }, isSquare: true },
  flow: { name: { en: "flows", zh: "联系图" }, isSquare: true },
  "rank-size": { name: { en: "rank and size", zh: "位序–规模" }, isSquare: true },
  bars: { name: { en: "bars", zh: "条形图" }, isSquare: false },
  trend: { name: { en: "trend", zh: "变化" }, isSquare: false },
  effects: { name: { en: "effects", zh: "效应" }, isSquare: false },
  synthetic: { name: { en: "treated and synthetic", zh: "处理组与合成对照" }, isSquare: false },
  discontinuity: { name: { en: "discontinuity", zh: "断点图" }, isSquare: false },
  dots: { name: { en: "dots", zh: "点图" }, isSquare: false },
  "industry-space": { name: { en: "industry space", zh: "产业空间" }, isSquare: true },
  density: { name: { en: "density", zh: "密度" }, isSquare: false },
  verdict: { name: { en: "verdict", zh: "判断" }, isSquare: false },
  specification: { name: { en: "specifications", zh: "设定曲线" }, isSquare: false },
  timeline: { name: { en: "timeline", zh: "时间线" }, isSquare: false },
  "phase-portrait": { name: { en: "phase portrait", zh: "相图" }, isSquare: true },
  bifurcation: { name: { en: "rest points by parameter", zh: "分岔图" }, isSquare: false },
  scatter: { name: { en: "scatter", zh: "散点图" }, isSquare: true },
};
