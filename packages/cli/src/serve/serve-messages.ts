/** What `serve` says, and its help. */
export const serveMessages = {
  "about-serve": {
    en: "open the workbench: an editor of the study, on this machine alone",
    zh: "打开工作台：研究文件的编辑器，仅限本机访问",
  },
  "option-port": { en: "port to listen on (any that is free)", zh: "监听端口（默认任一空闲端口）" },
  "option-no-open": { en: "print the address, open no browser", zh: "只显示地址，不打开浏览器" },
  "option-listen": {
    en: "let a team in at this address of the machine (0.0.0.0 for all of them)",
    zh: "在本机的此地址上供团队访问（0.0.0.0 表示全部地址）",
  },
  "option-password-file": {
    en: "of --listen: file with the team's password (asked for on the terminal)",
    zh: "配合 --listen：团队密码所在文件（默认在终端询问）",
  },
  "option-proxy-header": {
    en: "of --listen: header in which a proxy names whom it let in, in place of a password",
    zh: "配合 --listen：代理用来标明已放行用户的请求头，代替密码",
  },
  "option-host": {
    en: "of --listen: another name by which the team reaches this machine",
    zh: "配合 --listen：团队访问本机所用的其他主机名",
  },
  "serve-listen": {
    en: "others can reach this address: a password or the header of a proxy is needed",
    zh: "他人可访问此地址，须设密码或指定代理请求头",
  },
  "serve-listen-hint": {
    en: "add --password-file FILE, or --proxy-header NAME where a proxy signs people in",
    zh: "请加 --password-file FILE；由代理负责登录时用 --proxy-header NAME",
  },
  "serve-listen-missing": {
    en: "--password-file, --proxy-header and --host are about --listen, which is missing",
    zh: "--password-file、--proxy-header 与 --host 须与 --listen 同用",
  },
  "serve-listen-both": {
    en: "--password-file and --proxy-header were both given, expected one of them",
    zh: "--password-file 与 --proxy-header 只能取其一",
  },
  "serve-header": {
    en: "--proxy-header is {header}, expected the name of a header that the proxy alone sets, such as X-Remote-User",
    zh: "--proxy-header 的取值为 {header}，应为仅由代理设置的请求头名称，如 X-Remote-User",
  },
  "serve-ask-password": { en: "password for the team:", zh: "团队密码：" },
  "serve-password-file": { en: "the password file {file} cannot be read", zh: "无法读取密码文件 {file}" },
  "serve-password-short": {
    en: "the password is too short, expected at least {least} characters",
    zh: "密码过短，至少 {least} 个字符",
  },
  "serve-team-password": {
    en: "open to others at {at}:{port} with the team's password. Nothing is encrypted on the way: outside a network that you trust, put a proxy with TLS before it. Ctrl-C ends it",
    zh: "已在 {at}:{port} 供他人凭团队密码访问。传输未加密：在不可信的网络中请在前面设置带 TLS 的代理。按 Ctrl-C 结束",
  },
  "serve-team-proxy": {
    en: "open at {at}:{port} to whoever sends {header}: see to it that only the proxy can reach this port, and that it sets the header itself. Ctrl-C ends it",
    zh: "已在 {at}:{port} 对携带 {header} 的请求开放：请确保只有代理能访问此端口，且该请求头由代理自行设置。按 Ctrl-C 结束",
  },
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
