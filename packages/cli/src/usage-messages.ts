/** What is said of a wrong command line, whichever command it is. */
export const usageMessages = {
  "usage-option-unknown": { en: "no option {name}", zh: "没有选项 {name}" },
  "usage-command-unknown": { en: "no command {name}", zh: "没有命令 {name}" },
  "usage-argument-missing": { en: "{name} is missing", zh: "缺少 {name}" },
  "usage-value-missing": { en: "{name} needs a value", zh: "{name} 需要取值" },
  "usage-too-many": { en: "too many words after the command", zh: "命令后的参数过多" },
  "usage-hint": { en: "--help shows what there is", zh: "用 --help 查看可用内容" },
  "usage-language": { en: "--lang is {value}, expected en or zh", zh: "--lang 的取值为 {value}，应为 en 或 zh" },
  "usage-threads": { en: "--threads is {value}, expected 1 to 1024", zh: "--threads 的取值为 {value}，应为 1 至 1024" },
  "methods-hint": { en: "conurb methods lists them", zh: "用 conurb methods 查看全部方法" },
  "encoding-unknown": {
    en: "--encoding is {value}, expected one of {encodings}",
    zh: "--encoding 的取值为 {value}，应为 {encodings} 之一",
  },
  "map-no-map": {
    en: "map: {file} holds no outlines, expected GeoJSON, TopoJSON or a zipped shapefile",
    zh: "地图：{file} 不含轮廓，应为 GeoJSON、TopoJSON 或压缩的 shapefile",
  },
  "encoding-hint": {
    en: "leave encoding out: it is recognised",
    zh: "删去 encoding 即自动识别",
  },
  "schema-unknown": {
    en: "no schema of {kind}; there is {kinds}",
    zh: "没有 {kind} 的 JSON Schema；现有：{kinds}",
  },
  "shell-unknown": {
    en: "no completion for {shell}; there is {shells}",
    zh: "没有 {shell} 的补全脚本；现有：{shells}",
  },
} as const;
