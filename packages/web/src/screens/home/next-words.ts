export const nextWords = {
  next: { en: "Next step", zh: "下一步" },
  figures: {
    en: "The study has no figures yet. Bring in a workbook or a table: you see how every cell is read before anything is written.",
    zh: "研究还没有数据。请导入工作簿或数据表，写入前可看到每个单元格如何读取。",
  },
  indicators: {
    en: "The figures are in. Tick the columns that count and say which way each counts: the places are then scored and ranked by them.",
    zh: "数据已在研究中。勾选要计入的列并注明数值好坏，随后据此为各地评分和排名。",
  },
  ranks: {
    en: "The indicators are made. Add their ranking, with the doubt about each rank.",
    zh: "指标已建立。下一步加入排名及各名次的不确定性。",
  },
  bringFigures: { en: "Bring figures in", zh: "导入数据" },
  makeIndicators: { en: "Make indicators of your columns", zh: "由数据列建立指标" },
  rank: { en: "Rank the places", zh: "为各地排名" },
  look: { en: "Look at the figures first", zh: "先查看数据" },
} as const;
