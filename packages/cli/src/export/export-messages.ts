/** What is said of the formats that report writes. */
export const exportMessages = {
  "usage-format": {
    en: "--{option} is {value}, expected some of {allowed}",
    zh: "--{option} 的取值为 {value}，应取自 {allowed}",
  },
  "usage-width": {
    en: "--width is {value}, expected 20 to 1000 mm, as in 160mm or 6.3in",
    zh: "--width 的取值为 {value}，应为 20 至 1000 毫米，如 160mm 或 6.3in",
  },
  "usage-dpi": { en: "--dpi is {value}, expected 72 to 1200", zh: "--dpi 的取值为 {value}，应为 72 至 1200" },
  "pdf-no-browser": {
    en: "--format pdf: no Chromium, Chrome or Edge on the path",
    zh: "--format pdf：路径中没有 Chromium、Chrome 或 Edge",
  },
  "pdf-browser-missing": {
    en: "--format pdf: CONURB_CHROMIUM is {file}, which is no program",
    zh: "--format pdf：CONURB_CHROMIUM 为 {file}，不是可执行程序",
  },
  "pdf-hint": {
    en: "name one by CONURB_CHROMIUM, or open the html report and print it to PDF there: it is laid out for A4",
    zh: "请用 CONURB_CHROMIUM 指明，或在浏览器中打开 html 报告并打印为 PDF（已按 A4 排版）",
  },
  "no-drawing": {
    en: "pictures cannot be drawn here: the drawing library @resvg/resvg-js has no program for {platform}",
    zh: "此处无法绘制图片：绘图库 @resvg/resvg-js 没有适用于 {platform} 的程序",
  },
  "no-drawing-hint": {
    en: "install again without --omit=optional, on the machine where it runs; --format html and --figures svg need no drawing",
    zh: "请在运行的机器上重新安装，且不加 --omit=optional；--format html 和 --figures svg 不需要绘图",
  },
  "font-missing": {
    en: "no Chinese font is installed here: Chinese in PNG pictures is boxes, SVG is not affected; install one of {families}",
    zh: "未安装中文字体：PNG 图中的中文显示为方框，SVG 不受影响；请安装其一：{families}",
  },
} as const;
