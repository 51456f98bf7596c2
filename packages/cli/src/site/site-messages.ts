/** What `build` says, and its help. */
export const siteMessages = {
  "about-build": {
    en: "a static site of a study: the workbench over a finished run, for any file host",
    zh: "生成研究的静态站点：可放到任何文件主机上的工作台",
  },
  "option-out-site": { en: "folder to write (STUDY/out/site)", zh: "写入的文件夹（默认 STUDY/out/site）" },
  "option-with": {
    en: "hand on a dataset of micro-data row by row, or a result that tells such rows",
    zh: "逐行发布某个微观数据集，或发布会透露其单行的结果",
  },
  "option-without": { en: "keep a dataset back", zh: "不发布某个数据集" },
  "site-written": {
    en: "{folder}: {files, plural, one {# file} other {# files}}, pages {pages} kB, data {data} kB ({pagesZipped} and {dataZipped} kB compressed)",
    zh: "{folder}：{files} 个文件，页面 {pages} kB，数据 {data} kB（压缩后 {pagesZipped} 与 {dataZipped} kB）",
  },
  "site-table": {
    en: "  {name}: {rows, plural, one {# row} other {# rows}}, {size} kB",
    zh: "  {name}：{rows} 行，{size} kB",
  },
  "site-tables": { en: "figures in it, for anyone who opens it:", zh: "随站发布的数据，任何打开者可见：" },
  "site-kept-back": { en: "kept back:", zh: "未发布：" },
  "site-micro-data": {
    en: "  {name}: {rows, plural, one {# row} other {# rows}} of micro-data; --with {name} hands them on",
    zh: "  {name}：{rows} 行微观数据；用 --with {name} 可发布",
  },
  "site-asked-back": {
    en: "  {name}: {rows, plural, one {# row} other {# rows}}, as asked",
    zh: "  {name}：{rows} 行，按要求",
  },
  "site-result-kept-back": {
    en: "its tables tell single rows of micro-data that are kept back",
    zh: "其表格会透露未发布的微观数据的单行",
  },
  "site-results-kept-back": {
    en: "results kept back, because they tell single rows of it: {analyses}; --with NAME hands one on",
    zh: "因会透露其单行而未发布的结果：{analyses}；用 --with NAME 可发布",
  },
  "site-results": {
    en: "results of {results, plural, one {# analysis} other {# analyses}}, all of them with their tables",
    zh: "{results} 项分析的结果及其全部表格",
  },
  "site-live": {
    en: "every analysis computes in the reader's browser",
    zh: "全部分析均可在读者的浏览器中计算",
  },
  "site-rest-live": {
    en: "all others compute in the reader's browser",
    zh: "其余分析均可在读者的浏览器中计算",
  },
  "site-frozen": {
    en: "frozen, because they rest on what was kept back: {analyses}",
    zh: "因依据未发布的数据而冻结：{analyses}",
  },
  "site-next": {
    en: "put the folder on any file host, in any folder of it; to look at it here: python3 -m http.server -d {folder}",
    zh: "可放到任何文件主机的任何目录；在本机查看：python3 -m http.server -d {folder}",
  },
  "site-occupied": {
    en: "{folder} is not empty and holds no site that conurb wrote",
    zh: "{folder} 非空，且不是 conurb 写出的站点",
  },
  "site-occupied-hint": { en: "name another folder: --out DIR", zh: "请指定其他文件夹：--out DIR" },
  "site-no-file": {
    en: "a study on standard input has no folder to build from",
    zh: "来自标准输入的研究没有可用的文件夹",
  },
  "site-no-name": {
    en: "--{option}: the study has no {name}, expected one of {names}",
    zh: "--{option}：研究中没有 {name}，应为 {names} 之一",
  },
  "site-unhosted": {
    en: "This page is part of a site, and browsers run such pages only from a web host. In its folder: python3 -m http.server, then http://localhost:8000",
    zh: "此页面属于一个站点，浏览器只在网页主机上运行它。请在其文件夹中执行 python3 -m http.server，然后打开 http://localhost:8000",
  },
} as const;
