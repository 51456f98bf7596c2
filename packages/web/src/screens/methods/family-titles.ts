import type { Language, Text } from "@conurb/core/language";

const titles: Readonly<Record<string, Text>> = {
  causal: { en: "Policy effects", zh: "政策效应" },
  composite: { en: "Composite indices", zh: "综合评价" },
  convergence: { en: "Convergence", zh: "收敛与分布动态" },
  game: { en: "Cooperation", zh: "合作与博弈" },
  hierarchy: { en: "Hierarchy", zh: "层级与标杆" },
  inequality: { en: "Inequality", zh: "差距" },
  network: { en: "Networks", zh: "网络" },
  planning: { en: "Planning", zh: "规划与分配" },
  policy: { en: "Policies", zh: "政策" },
  spatial: { en: "Space", zh: "空间" },
  structure: { en: "Structure", zh: "结构与专业化" },
};

/** What a family of methods is called; one that has no title yet goes by its name. */
export const familyTitle = (family: string, language: Language): string => titles[family]?.[language] ?? family;
