export const dropWords = {
  drop: { en: "Drop a workbook or a table of figures here", zh: "将工作簿或数据表拖到此处" },
  choose: { en: "Choose a file", zh: "选择文件" },
  sending: { en: "Handing {file} over", zh: "正在上传 {file}" },
  kinds: {
    en: "xlsx, xls, ods, csv in any encoding, Stata, Parquet, maps and networks; up to 64 MB. It stays on this machine.",
    zh: "xlsx、xls、ods、任意编码的 csv、Stata、Parquet、地图与网络文件，不超过 64 MB。文件不离开本机。",
  },
} as const;
