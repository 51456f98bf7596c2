/** What `serve` says, and its help. */
export const serveMessages = {
  "about-serve": {
    en: "open the workbench: an editor of the study, on this machine alone",
    zh: "打开工作台：研究文件的编辑器，仅限本机访问",
  },
  "option-port": { en: "port to listen on (any that is free)", zh: "监听端口（默认任一空闲端口）" },
  "option-no-open": { en: "print the address, open no browser", zh: "只显示地址，不打开浏览器" },
  "serve-address": { en: "the workbench of {file} is open at", zh: "{file} 的工作台地址：" },
  "serve-private": {
    en: "whoever has this address can change the study; Ctrl-C ends it",
    zh: "持有该地址者可以修改研究；按 Ctrl-C 结束",
  },
  "serve-port": { en: "--port is {value}, expected 0 to 65535", zh: "--port 的取值为 {value}，应为 0 至 65535" },
  "serve-port-taken": { en: "port {port} is taken", zh: "端口 {port} 已被占用" },
  "serve-port-hint": { en: "leave --port out, and a free one is found", zh: "不写 --port 则自动选择空闲端口" },
  "serve-no-file": {
    en: "serve edits a study file, expected a folder or a file in place of -",
    zh: "serve 需要编辑研究文件，请给出文件夹或文件，不能用 -",
  },
  "serve-no-study-yet": {
    en: "there is no study in {folder}: the workbench opens on its first page, at",
    zh: "{folder} 中没有研究：工作台打开首页，地址：",
  },
  "shelf-unknown": { en: "there is no study {name} on the shelf", zh: "列表中没有研究 {name}" },
  "shelf-nothing": {
    en: "nothing was asked to be opened, expected a study, a template or a file",
    zh: "未指明要打开的内容，应为研究、模板或文件",
  },
  "shelf-folder-name": {
    en: "{name} cannot be the name of a study's folder, expected letters, digits, spaces, - and _",
    zh: "{name} 不能用作研究文件夹名，应由文字、数字、空格、- 和 _ 组成",
  },
  "shelf-folder-taken": {
    en: "there is a folder {name} already; choose another name",
    zh: "文件夹 {name} 已存在，请换一个名称",
  },
  "serve-not-built": { en: "the pages of the workbench have not been built", zh: "工作台页面尚未构建" },
  "serve-not-built-hint": { en: "npm run build:web builds them", zh: "用 npm run build:web 构建" },
} as const;
