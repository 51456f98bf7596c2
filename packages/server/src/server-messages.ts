import type { Text } from "@conurb/core/language";

/** What the server says when it does not answer. */
export const serverMessages = {
  "server-host": {
    en: "server: the request names another machine than this one, expected 127.0.0.1 or localhost",
    zh: "服务：请求中的主机名不是本机，应为 127.0.0.1 或 localhost",
  },
  "server-origin": {
    en: "server: the request comes from another site, expected the workbench's own pages",
    zh: "服务：请求来自其他网站，只接受工作台自身页面的请求",
  },
  "server-token": {
    en: "server: the token is missing or wrong; open the address that conurb serve printed",
    zh: "服务：缺少令牌或令牌不符；请打开 conurb serve 显示的地址",
  },
  "server-password": {
    en: "server: the password is missing or wrong; ask whoever opened this workbench",
    zh: "服务：缺少密码或密码不符；请向开启工作台的人索取",
  },
  "server-too-often": {
    en: "server: too many wrong passwords; try again in a minute",
    zh: "服务：密码错误次数过多，请一分钟后再试",
  },
  "server-proxy": {
    en: "server: the request names nobody; open the workbench through its proxy",
    zh: "服务：请求未标明用户；请通过代理打开工作台",
  },
  "server-nothing": { en: "server: there is nothing at this address", zh: "服务：该地址没有内容" },
  "server-no-view": {
    en: "server: no analysis of the study has a view at this address; what a page computes by itself is saved from the page",
    zh: "服务：该地址没有研究中某项分析的视图；页面自行计算的内容请从页面保存",
  },
  "server-too-large": {
    en: "server: the request is larger than is accepted (4 MB)",
    zh: "服务：请求超过上限（4 MB）",
  },
  "server-file-too-large": {
    en: "server: the file is larger than a page hands over (64 MB); copy it into the study's folder and declare it with conurb import",
    zh: "服务：文件超过页面上传的上限（64 MB）；请复制到研究文件夹内，再用 conurb import 声明",
  },
  "server-upload-gone": {
    en: "server: the file that was handed over is no longer kept; hand it over again",
    zh: "服务：上传的文件已不再保留，请重新上传",
  },
  "server-no-study": {
    en: "server: there is no study in this folder yet",
    zh: "服务：此文件夹中还没有研究",
  },
  "server-one-study": {
    en: "server: this workbench serves one study to a team, and opens no other",
    zh: "服务：此工作台为团队提供一项研究，不能打开其他研究",
  },
  "server-length": {
    en: "server: the request does not tell its length, expected Content-Length",
    zh: "服务：请求未说明长度，应有 Content-Length",
  },
  "server-not-text": {
    en: "server: the study is text in UTF-8, expected text/plain or application/yaml",
    zh: "服务：研究文件应为 UTF-8 文本（text/plain 或 application/yaml）",
  },
  "server-file-not-text": {
    en: "server: the study's file is not text in UTF-8; save it as such in the editor that wrote it",
    zh: "服务：研究文件不是 UTF-8 文本，请在原编辑器中以 UTF-8 另存",
  },
  "server-version-needed": {
    en: "server: a change says which version it was made to (If-Match)",
    zh: "服务：保存时须说明所依据的版本（If-Match）",
  },
  "server-not-run": {
    en: "server: the study has not been run yet",
    zh: "服务：研究尚未运行",
  },
  "server-fault": {
    en: "server: a fault of the program; what it was stands in the terminal",
    zh: "服务：程序内部错误，详情见终端",
  },
} as const satisfies Record<string, Text>;

export type ServerCode = keyof typeof serverMessages;
