export const words = {
  add: { en: "Add this analysis", zh: "加入此分析" },
  writes: {
    en: "Writes {names} to {file}. Undo takes it back.",
    zh: "将 {names} 写入 {file}，可撤销。",
    site: {
      en: "Adds {names} to the study in this tab. Undo takes it back.",
      zh: "将 {names} 加入此标签页中的研究，可撤销。",
    },
  },
  brings: {
    en: "With it come figures of the program: {tables}.",
    zh: "同时引入随程序提供的数据：{tables}。",
  },
  looking: { en: "Looking which figures of the study it can rest on …", zh: "正在查找研究中可用的数据……" },
  lacks: { en: "No figures for it in this study.", zh: "本研究缺少所需数据。" },
  noSet: {
    en: "The study has figures, but no indicators made of them yet. Tick the columns that count; nothing need be written by hand.",
    zh: "研究中已有数据，但尚未由其建立指标。勾选要计入的列即可，无需手写。",
  },
  make: { en: "Make indicators of your columns", zh: "由数据列建立指标" },
  underWay: {
    en: "It is in the study file; its result is not there yet.",
    zh: "研究文件中已有此分析，结果尚未得出。",
  },
  bring: { en: "Bring figures", zh: "导入数据" },
  methods: { en: "All methods", zh: "全部方法" },
  notComputed: { en: "It is in the study, but has no result: {reason}", zh: "研究中已有此分析，但没有结果：{reason}" },
} as const;
