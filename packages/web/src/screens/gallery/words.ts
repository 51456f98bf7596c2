export const words = {
  none: { en: "No analysis of this study belongs here yet", zh: "本研究尚无属于此处的分析" },
  views: { en: "View", zh: "视图" },
  table: { en: "Table", zh: "表" },
  figure: { en: "Figure", zh: "图" },
  dek: { en: "{title} · {group} · n\u00a0=\u00a0{n}", zh: "{title} · {group} · n\u00a0=\u00a0{n}" },
  ofData: { en: "{title}: {data}", zh: "{title}：{data}" },
  facts: { en: "{place}, highest first", zh: "{place}，由高到低" },
  lacking: { en: "Not computed: {reason}", zh: "未计算：{reason}" },
  formula: { en: "Formula", zh: "公式" },
  pick: { en: "Select a place: its rows stand here.", zh: "选中一个地区，此处列出其数据。" },
  toTable: { en: "T shows the table behind the picture.", zh: "按 T 显示图后的表。" },
} as const;
