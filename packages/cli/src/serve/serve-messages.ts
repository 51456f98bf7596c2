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
  "serve-not-built": { en: "the pages of the workbench have not been built", zh: "工作台页面尚未构建" },
  "serve-not-built-hint": { en: "npm run build:web builds them", zh: "用 npm run build:web 构建" },
} as const;
