export const siteWords = {
  published: { en: "Published copy", zh: "发布副本" },
  edited: { en: "Edited in this tab", zh: "已在此标签页改动" },
  about: { en: "About this copy", zh: "关于本副本" },
  what: {
    en: "This site needs no server. What you change stays in this tab and is computed in your browser by the same program; nobody else sees it.",
    zh: "本站不需要服务器。您的改动只留在此标签页，由同一程序在您的浏览器中计算，他人看不到。",
  },
  shipped: { en: "Figures in this copy", zh: "随站数据" },
  rows: { en: "{rows, plural, one {# row} other {# rows}}", zh: "{rows} 行" },
  keptBack: { en: "kept back", zh: "未发布" },
  frozen: { en: "frozen", zh: "已冻结" },
  frozenWhy: {
    en: "Stands as it was published: the figures it rests on did not come with this site.",
    zh: "保持发布时的结果：其依据的数据未随本站发布。",
  },
  frozenHere: { en: "Frozen results", zh: "冻结的结果" },
  noneFrozen: { en: "None: every analysis can be computed here.", zh: "无：全部分析均可在此计算。" },
  download: { en: "Download study.yaml", zh: "下载 study.yaml" },
  back: { en: "Back to the published study", zh: "恢复发布的研究" },
  again: { en: "Compute everything here and compare", zh: "在此全部重算并比较" },
  comparing: { en: "Computing {done} of {total}", zh: "正在计算 {done} / {total}" },
  same: {
    en: "{same, plural, one {# analysis gives} other {# analyses give}} the same bytes here as published.",
    zh: "{same} 项分析在此算得的结果与发布的逐字节相同。",
  },
  apart: {
    en: "{n, plural, one {# differs} other {# differ}}, by at most {worst} of the number.",
    zh: "{n} 项不同，相对差异最大 {worst}。",
  },
  failed: { en: "It could not be computed here.", zh: "无法在此计算。" },
  cancel: { en: "Cancel", zh: "取消" },
  missing: { en: "a file of this site is missing", zh: "本站缺少文件" },
  noServer: { en: "this needs the study's files, which a site has not", zh: "此功能需要研究文件，本站没有" },
  noServerHint: {
    en: "download study.yaml and open it on your machine: conurb serve STUDY",
    zh: "请下载 study.yaml，在本机打开：conurb serve STUDY",
  },
} as const;
