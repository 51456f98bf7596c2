/** What init says, and its list of starting points. */
export const initMessages = {
  "template-unknown": { en: "no template {name}; there is {names}", zh: "没有模板 {name}；现有：{names}" },
  "template-hint": { en: "conurb init --list shows what there is", zh: "用 conurb init --list 查看可用内容" },
  "init-exists": { en: "{file} is there already", zh: "{file} 已存在" },
  "init-exists-hint": { en: "name another folder, or remove it first", zh: "请换一个文件夹，或先删除它" },
  "list-templates": { en: "Templates (--template NAME)", zh: "模板（--template NAME）" },
  "list-clusters": { en: "Clusters (cluster: ID@EDITION)", zh: "城市群（cluster: 编号@版本）" },
  "list-tables": {
    en: "Tables of the atlas (datasets: '{' NAME: '{' atlas: ID '}' '}')",
    zh: "内置数据表（datasets: '{' 名称: '{' atlas: 编号 '}' '}'）",
  },
  "list-places": { en: "{n, plural, one {# place} other {# places}}", zh: "{n} 个地区" },
  "list-more": { en: "\nconurb methods lists the methods.", zh: "\n用 conurb methods 查看全部方法。" },
  "init-done": {
    en: "{file} is written; next: conurb check {folder}",
    zh: "已写入 {file}；下一步：conurb check {folder}",
  },
} as const;
