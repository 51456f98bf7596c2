export const figureWords = {
  keys: {
    en: "Arrow keys walk the marks, Enter selects, Escape clears.",
    zh: "方向键逐个浏览，回车选中，Esc 取消。",
  },
} as const;
