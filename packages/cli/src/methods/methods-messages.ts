/** What methods says: the list, and the page of one. */
export const methodsMessages = {
  "methods-more": {
    en: "\nconurb methods ID shows formula, options, a worked case and how to cite it.",
    zh: "\nconurb methods ID 显示公式、选项、算例和引用方式。",
  },
  "page-formula": { en: "Formula", zh: "公式" },
  "page-conventions": { en: "Conventions", zh: "约定" },
  "page-pitfalls": { en: "Pitfalls", zh: "易错之处" },
  "page-inputs": { en: "Inputs", zh: "输入" },
  "page-optional": { en: "(optional)", zh: "（可选）" },
  "page-options": { en: "Options", zh: "选项" },
  "page-none": { en: "none", zh: "无" },
  "page-results": { en: "Headline numbers", zh: "主要结果" },
  "page-worked": { en: "Worked case", zh: "算例" },
  "page-cite": { en: "Cite", zh: "引用" },
  "cite-secondary": { en: "through another source", zh: "转引" },
  "cite-unverified": { en: "not checked", zh: "未核对" },
} as const;
