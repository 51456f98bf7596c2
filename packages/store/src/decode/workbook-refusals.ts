import { InputError, type Problem } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";

export function refuseWorkbook(code: string, file: string, text: Text, hint: Text, sheet?: string): InputError {
  const place = sheet === undefined ? { file } : { file, sheet };
  return new InputError({ code, text, hint, place });
}

/** What mends every file that a spreadsheet program opens. */
export const saveAsWorkbook: Text = {
  en: "open it in a spreadsheet program (Excel, WPS, LibreOffice) and save it as .xlsx",
  zh: "请用电子表格软件（Excel、WPS、LibreOffice）打开后另存为 .xlsx",
};

export const notWorkbook = (file: string, looks: Text): InputError =>
  refuseWorkbook(
    "file-not-workbook",
    file,
    {
      en: `${file} looks like ${looks.en}, expected a workbook (XLSX, XLSM, XLSB, XLS, ODS)`,
      zh: `${file} 看起来是 ${looks.zh}，应为工作簿（XLSX、XLSM、XLSB、XLS、ODS）`,
    },
    saveAsWorkbook,
  );

export const brokenPage = (file: string): InputError =>
  refuseWorkbook(
    "web-page-broken",
    file,
    {
      en: `${file} is a web page whose table breaks off, or has cells outside its rows`,
      zh: `${file} 是网页，其中的表格不完整，或有单元格不在任何行内`,
    },
    saveAsWorkbook,
  );

export const nestedTables = (file: string): InputError =>
  refuseWorkbook(
    "web-page-nested",
    file,
    {
      en: `${file} is a web page with tables inside the cells of tables, expected one under the other`,
      zh: `${file} 是网页，表格的单元格中又有表格，应为上下依次排列的表格`,
    },
    saveAsWorkbook,
  );

export const withPassword = (file: string): InputError =>
  refuseWorkbook(
    "workbook-password",
    file,
    { en: `${file} is protected by a password`, zh: `${file} 设有打开密码` },
    { en: "save a copy without the password", zh: "请另存一份不带密码的副本" },
  );

export const broken = (file: string, reason: string): InputError =>
  refuseWorkbook(
    "workbook-broken",
    file,
    { en: `${file} is not a sound workbook: ${reason}`, zh: `${file} 不是完好的工作簿：${reason}` },
    {
      en: "copy or download it again; if a spreadsheet program can open it, save it anew",
      zh: "请重新复制或下载；若电子表格软件能打开，请另存一份",
    },
  );

export const tooLarge = (file: string, part: string, size: number, limit: number): InputError => {
  const [has, most] = [size, limit].map((bytes) => String(Math.ceil(bytes / 1e6)));
  return refuseWorkbook(
    "workbook-too-large",
    file,
    {
      en: `${file}: ${part} unpacks to ${has} MB, expected at most ${most} MB`,
      zh: `${file}：${part} 解压后为 ${has} MB，上限为 ${most} MB`,
    },
    {
      en: "it may be a zip bomb; if the figures are real, save the sheet as CSV and let the SQL engine read it",
      zh: "可能是压缩炸弹；若数据属实，请另存为 CSV，由 SQL 引擎读取",
    },
  );
};

/** `reason` is the decoder's own, which says how far the sheet reaches. */
export const tooManyCells = (file: string, reason: string): InputError => {
  const [, rows, columns] = /(\d+) rows x (\d+) columns/.exec(reason) ?? [];
  const [en, zh] =
    rows === undefined
      ? ["too many cells", "单元格过多"]
      : [`${rows} rows and ${columns} columns`, `${rows} 行、${columns} 列`];
  return refuseWorkbook(
    "workbook-too-many-cells",
    file,
    {
      en: `${file} has a sheet too large to hold (${en}), expected at most 20 million cells`,
      zh: `${file} 中有工作表过大（${zh}），上限为 2000 万个单元格`,
    },
    { en: "delete the stray cells at its far end", zh: "请删去远端的零散单元格" },
  );
};

export const tooWide = (file: string, sheet: string, last: string, columns: number, limit: number): InputError =>
  refuseWorkbook(
    "sheet-too-wide",
    file,
    {
      en: `${file}: sheet ${sheet} has cells up to column ${last}, which makes ${columns} columns, expected at most ${limit}`,
      zh: `${file}：工作表 ${sheet} 的单元格延伸至 ${last} 列，共 ${columns} 列，上限为 ${limit} 列`,
    },
    {
      en: `delete the stray cells at column ${last}, or name the sheets to read`,
      zh: `请删去 ${last} 列的零散单元格，或指明要读取的工作表`,
    },
    sheet,
  );

export const noSheet = (file: string, sheet: string, sheets: readonly string[]): InputError =>
  refuseWorkbook(
    "sheet-unknown",
    file,
    { en: `${file} has no sheet ${sheet}`, zh: `${file} 中没有工作表 ${sheet}` },
    { en: `the sheets are ${sheets.join(", ")}`, zh: `现有工作表：${sheets.join("、")}` },
    sheet,
  );

const note = (code: string, file: string, text: Text, hint?: Text): Problem => ({
  code,
  text,
  ...(hint === undefined ? {} : { hint }),
  place: { file },
});

export const macros = (file: string): Problem =>
  note("workbook-macros", file, {
    en: `${file} holds macros: they are never run, and nothing of them is read`,
    zh: `${file} 含有宏：不运行，也不读取`,
  });

export const externalLinks = (file: string, targets: readonly string[]): Problem =>
  note(
    "workbook-links",
    file,
    {
      en: `${file} refers to other files${targets.length > 0 ? ` (${targets.join(", ")})` : ""}: they are never opened, the values stored in it are taken`,
      zh: `${file} 引用了其他文件${targets.length > 0 ? `（${targets.join("、")}）` : ""}：不打开这些文件，取其中保存的数值`,
    },
    { en: "check that the stored values are the ones you mean", zh: "请核对所保存的数值是否为最新" },
  );

export const otherDates = (file: string): Problem =>
  note("workbook-dates-1904", file, {
    en: `${file} counts its dates from 1904, as old Macintosh workbooks do: they are read so`,
    zh: `${file} 采用 1904 日期系统（旧版 Macintosh 工作簿）：已按此读取`,
  });

export const otherEnding = (file: string, format: string): Problem =>
  note("workbook-ending", file, {
    en: `${file} is ${format.toUpperCase()} by its contents, whatever its name ends in: read as such`,
    zh: `${file} 按内容为 ${format.toUpperCase()} 格式，与扩展名不符：已按内容读取`,
  });

export const hiddenUnknown = (file: string, format: string): Problem =>
  note(
    "workbook-hidden-unknown",
    file,
    {
      en: `in ${format.toUpperCase()} it cannot be told here what is hidden, which cells are formulas, and which numbers are shown in percent: the stored values of ${file} are read`,
      zh: `${format.toUpperCase()} 格式无法在此辨别隐藏内容、公式以及以百分比显示的数值：${file} 按保存的数值读取`,
    },
    { en: "save it as .xlsx to have them named", zh: "另存为 .xlsx 即可逐一指明" },
  );

export const hiddenSomewhere = (file: string): Problem =>
  note("workbook-hidden-somewhere", file, {
    en: `${file} has hidden rows, columns or sheets; they are read all the same`,
    zh: `${file} 中有隐藏的行、列或工作表，仍予读取`,
  });

export const scaledShown = (file: string, sheet: string, cells: readonly string[]): Problem => {
  const [first = "", ...others] = cells;
  const isOne = others.length === 0;
  const [en, zh] = isOne ? ["", ""] : [` and ${others.length} more`, `及另外 ${others.length} 格`];
  const smaller = isOne
    ? "it smaller than it is; what the cell holds"
    : "them smaller than they are; what the cells hold";
  return note(
    "workbook-scaled",
    file,
    {
      en: `${file}: ${sheet}!${first}${en}: a number format shows ${smaller} is read`,
      zh: `${file}：${sheet}!${first}${zh}：数字格式把数值缩小显示，已按单元格中保存的数值读取`,
    },
    { en: "check that the unit is that of what the cells hold", zh: "请核对单位是否与保存的数值相符" },
  );
};
