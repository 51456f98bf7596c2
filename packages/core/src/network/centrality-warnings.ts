import type { Warning } from "../contract/method.ts";

export function unsettled(name: string): Warning {
  return {
    code: `${name}-undefined`,
    text: {
      en: `${name} did not settle: parts of the network are nearly equally strong, or its links close no cycle; pagerank is defined`,
      zh: `${name} 未收敛：网络各部分强度相近，或连接不构成回路；可改用 pagerank`,
    },
  };
}

export function reachesNone(places: readonly string[]): Warning {
  return {
    code: "reaches-none",
    text: {
      en: "no closeness, as no other place can be reached: {places}",
      zh: "无法到达其他地区，故无接近中心度：{places}",
    },
    values: { places: { places } },
  };
}

export function blurredPaths(): Warning {
  return {
    code: "paths-blurred",
    text: {
      en: "betweenness: some link is shorter than 1e-10 of the longest way, so that ways with and without it count as equally short",
      zh: "中介中心度：有连接短于最长路径的 1e-10，经过与不经过它的路径被视为等长",
    },
  };
}
