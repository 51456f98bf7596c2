export const words = {
  headline: { en: "{title}: {share} of its cells hold a figure", zh: "{title}：{share}的单元格有数据" },
  opening: { en: "Data room", zh: "数据室" },
  sets: { en: "Indicators", zh: "指标" },
  datasets: { en: "Datasets", zh: "数据集" },
  absent: { en: "Known to be absent", zh: "已声明缺失" },
  dek: { en: "{rows} rows, {columns} columns of figures · {file}", zh: "{rows} 行，{columns} 列数据 · {file}" },
  coverage: { en: "Coverage: share of places with a figure", zh: "覆盖：有数据的地区占比" },
  variable: { en: "variable", zh: "变量" },
  unit: { en: "unit", zh: "单位" },
  all: { en: "all", zh: "合计" },
  cells: { en: "The figures", zh: "数据" },
  guide: {
    en: "A cell is hatched where there is no figure. Nothing missing is filled, and nothing becomes zero.",
    zh: "没有数据的单元格画斜纹。缺失不作填补，也不当作零。",
  },
  guideCover: {
    en: "Darker means more of the places have a figure in that year.",
    zh: "颜色越深，该年有数据的地区越多。",
  },
  notes: { en: "What is said of these figures", zh: "数据说明" },
  definition: { en: "How each is made", zh: "指标算法" },
  failed: { en: "This table cannot be shown", zh: "无法显示此表" },
} as const;
