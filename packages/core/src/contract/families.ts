import type { Text } from "../language/text.ts";

/** What the first part of a method's id stands for, in the order in which a study asks. */
export const methodFamilies: Readonly<Record<string, Text>> = {
  composite: { en: "Composite indices", zh: "综合评价" },
  structure: { en: "Structure and specialisation", zh: "产业结构与专业化" },
  inequality: { en: "Inequality", zh: "差距" },
  convergence: { en: "Convergence and distribution dynamics", zh: "收敛与分布动态" },
  hierarchy: { en: "Hierarchy and benchmarks", zh: "层级与标杆" },
  spatial: { en: "Space", zh: "空间" },
  network: { en: "Networks", zh: "网络" },
  policy: { en: "Policies", zh: "政策" },
  causal: { en: "Policy effects", zh: "政策效应" },
  game: { en: "Games and shares", zh: "博弈与分配" },
  planning: { en: "Planning", zh: "规划" },
};
