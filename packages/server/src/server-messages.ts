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
  "server-nothing": { en: "server: there is nothing at this address", zh: "服务：该地址没有内容" },
  "server-too-large": {
    en: "server: the request is larger than is accepted (4 MB)",
    zh: "服务：请求超过上限（4 MB）",
  },
  "server-length": {
    en: "server: the request does not tell its length, expected Content-Length",
    zh: "服务：请求未说明长度，应有 Content-Length",
  },
  "server-not-text": {
    en: "server: the study is text in UTF-8, expected text/plain or application/yaml",
    zh: "服务：研究文件应为 UTF-8 文本（text/plain 或 application/yaml）",
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
