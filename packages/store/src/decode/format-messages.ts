/** What the readers of single formats refuse and note, as ICU patterns by a stable code; `CODE-hint` says how to mend it. */
export const formatMessages = {
  "cells-too-many": {
    en: "{file} has {cells} cells, expected at most {limit}",
    zh: "{file} 有 {cells} 个单元格，上限为 {limit} 个",
  },
  "cells-too-many-hint": {
    en: "export it as CSV and let the SQL engine sum it to a cube first",
    zh: "请导出为 CSV，先由 SQL 引擎汇总成立方体",
  },
  "file-format-unknown": {
    en: "{file} looks like {looks}, expected one of: {formats}",
    zh: "{file} 看起来是 {looks}，应为以下之一：{formats}",
  },
  "file-ending": {
    en: "{file} is {format} by its contents, whatever its name ends in: read as such",
    zh: "{file} 按内容为 {format}，与扩展名不符：已按内容读取",
  },
  "file-not-as-named": {
    en: "{file} is not {looks}, whatever its name ends in: it is a text without a table",
    zh: "{file} 不是 {looks}，扩展名与内容不符：其内容为不含表格的文本",
  },
  "file-not-as-named-hint": {
    en: "look into it with a text editor: it may be the message of a failed download",
    zh: "请用文本编辑器打开查看：可能是下载失败的提示信息",
  },
  "file-too-wide": {
    en: "{file} has {columns} columns, expected at most {limit}",
    zh: "{file} 有 {columns} 列，上限为 {limit} 列",
  },
  "file-too-wide-hint": {
    en: "write the years or variables one under another (columns place, variable, year, value), or cut the file into several",
    zh: "请改为长表（地区、指标、年份、数值各占一列），或拆分为几个文件",
  },
  "stata-broken": {
    en: "{file} is not a sound Stata file: {reason}",
    zh: "{file} 不是完好的 Stata 数据文件：{reason}",
  },
  "stata-broken-hint": {
    en: "copy or download it again; in Stata: use it and save it anew",
    zh: "请重新复制或下载；或在 Stata 中打开后重新保存",
  },
  "stata-truncated": {
    en: "{file} ends too early, within {part}: {needed} bytes are needed and {size} are there",
    zh: "{file} 不完整，在 {part} 部分中断：需要 {needed} 字节，实有 {size} 字节",
  },
  "stata-truncated-hint": { en: "copy or download it again", zh: "请重新复制或下载" },
  "stata-release": {
    en: "{file} is a Stata file of format {release}, expected 117, 118 or 119",
    zh: "{file} 是 {release} 版 Stata 数据文件，应为 117、118 或 119 版",
  },
  "stata-release-hint": {
    en: "save it from Stata 13 or later (saveold FILE, version(14)), or as CSV",
    zh: "请用 Stata 13 及以上版本另存（saveold 文件名, version(14)），或另存为 CSV",
  },
  "stata-text": {
    en: "{file} holds texts that are not {encoding}",
    zh: "{file} 中有文字不是 {encoding} 编码",
  },
  "stata-text-hint": {
    en: "name the encoding: gb18030, windows-1252 or utf-8",
    zh: "请指明编码：gb18030、windows-1252 或 utf-8",
  },
  "stata-long-string": {
    en: "{file}: variable {column} refers in row {row} to a long string that the file does not hold",
    zh: "{file}：第 {column} 个变量第 {row} 行引用的长字符串在文件中不存在",
  },
  "stata-encoding": {
    en: "{file} is of format {release}, which does not say how its texts are encoded: taken for {encoding}",
    zh: "{file} 为 {release} 版格式，未注明文字编码：按 {encoding} 读取",
  },
  "stata-encoding-hint": {
    en: "name the encoding if the labels look wrong",
    zh: "若标签出现乱码，请指明编码",
  },
  "stata-encoding-odd": {
    en: "{file} should hold UTF-8, as format {release} does, and does not: taken for {encoding}",
    zh: "{file} 为 {release} 版格式，文字应为 UTF-8 而实际不是：按 {encoding} 读取",
  },
  "stata-encoding-odd-hint": {
    en: "name the encoding if the labels look wrong (in Stata: unicode translate)",
    zh: "若标签出现乱码，请指明编码（Stata 中可用 unicode translate）",
  },
  "stata-labels-some": {
    en: "{file}: {labelled} of the {present} values of {column} have a value label: read as numbers",
    zh: "{file}：{column} 的 {present} 个值中只有 {labelled} 个有值标签：按数字读取",
  },
  "stata-business-days": {
    en: "{file}: {column} counts business days of the calendar {calendar}, which the file does not hold: read as numbers, not as dates",
    zh: "{file}：{column} 按日历 {calendar} 的营业日计数，而该日历不在文件中：按数字读取，未作日期",
  },
  "stata-business-days-hint": {
    en: 'in Stata, `generate day = dofb({column}, "{calendar}")` and `format day %td` make dates of them',
    zh: '请在 Stata 中用 generate day = dofb({column}, "{calendar}") 和 format day %td 转为日期',
  },
  "stata-missing-kinds": {
    en: "{file}: {cells, plural, one {# cell of {column} says why it is} other {# cells of {column} say why they are}} missing (.a to .z); among labels they are plainly missing",
    zh: "{file}：{column} 有 {cells} 个单元格注明缺失原因（.a 至 .z）；按文字列读取时一律视为缺失",
  },
  "stata-missing-kinds-hint": {
    en: "ask for the codes too: their column keeps the reasons as flags",
    zh: "可同时要求读取编码：编码列以标记保留缺失原因",
  },
  "stata-write-value": {
    en: "column {column} holds {value} in row {row}, and Stata holds numbers up to 8.98e307",
    zh: "列 {column} 第 {row} 行为 {value}，超出 Stata 数值上限 8.98e307",
  },
  "stata-write-names": {
    en: "in Stata the columns have other names: {names}",
    zh: "写入 Stata 时列名有改动：{names}",
  },
  "stata-write-size": {
    en: "the table has {columns} columns, and a Stata file of this format holds {limit}",
    zh: "表有 {columns} 列，此格式的 Stata 文件最多 {limit} 列",
  },
  "json-broken": { en: "{file} is not sound JSON: {reason}", zh: "{file} 不是合法的 JSON：{reason}" },
  "json-shape": {
    en: "{file} is JSON of another shape: expected a list of records, columns and rows, or the tables of calc --json",
    zh: "{file} 的 JSON 结构不符：应为记录数组、columns 与 rows，或 calc --json 输出的表",
  },
  "json-layer": {
    en: "{file} holds several tables: {layers}",
    zh: "{file} 含有多张表：{layers}",
  },
  "json-layer-hint": { en: "name the one to read", zh: "请指明要读取的一张" },
  "json-layer-unknown": { en: "{file} has no table {layer}", zh: "{file} 中没有表 {layer}" },
  "json-layer-unknown-hint": { en: "the tables are {layers}", zh: "现有的表：{layers}" },
  "json-cell": {
    en: "{file}: column {column} holds a list or a record in row {row}, expected a number, a text, true, false or null",
    zh: "{file}：列 {column} 第 {row} 行是列表或嵌套结构，应为数字、文字、true、false 或 null",
  },
  "json-cell-hint": { en: "give its parts columns of their own", zh: "请把其中各部分拆成单独的列" },
  "json-integer-inexact": {
    en: "{file}: {value} in column {column}, row {row}, has more digits than a number can hold",
    zh: "{file}：列 {column} 第 {row} 行的 {value} 位数过多，无法精确表示为数字",
  },
  "json-integer-inexact-hint": { en: "put it in quotation marks if it is a code", zh: "若为代码，请加引号写成文字" },
  "json-row": {
    en: "{file}: row {row} has {found} cells, expected {expected}",
    zh: "{file}：第 {row} 行有 {found} 个单元格，应为 {expected} 个",
  },
  "json-column-unknown": {
    en: "{file}: row {row} has a value for {column}, which is no column",
    zh: "{file}：第 {row} 行有列 {column} 的值，而表中没有这一列",
  },
  "json-column-twice": { en: "{file}: two columns are called {column}", zh: "{file}：有两列都叫 {column}" },
  "map-broken": { en: "{file} is not a sound map: {reason}", zh: "{file} 不是完好的地图文件：{reason}" },
  "map-broken-hint": {
    en: "export it again from a geographic information system",
    zh: "请用 GIS 软件重新导出",
  },
  "archive-path": {
    en: "{file} holds a part called {name}, which leads out of the archive",
    zh: "{file} 中有名为 {name} 的文件，路径指向压缩包之外",
  },
  "archive-path-hint": {
    en: "pack the files again, without folders above their own",
    zh: "请重新打包，不要包含上级或绝对路径",
  },
  "archive-nested": {
    en: "{file} holds another archive, {name}, which is not opened",
    zh: "{file} 中还有压缩包 {name}，不予打开",
  },
  "archive-nested-hint": { en: "unpack it, and give the inner archive itself", zh: "请解压后直接使用内层压缩包" },
  "archive-too-large": {
    en: "{file}: {name} unpacks to {size} MB, expected at most {limit} MB",
    zh: "{file}：{name} 解压后为 {size} MB，上限为 {limit} MB",
  },
  "archive-too-large-hint": { en: "it may be a zip bomb", zh: "可能是压缩炸弹" },
  "archive-parts": {
    en: "{file} holds more than {limit} parts",
    zh: "{file} 所含文件超过 {limit} 个",
  },
  "archive-password": { en: "{file} is protected by a password", zh: "{file} 设有密码" },
  "archive-password-hint": { en: "pack it again without the password", zh: "请不设密码重新打包" },
  "archive-broken": { en: "{file} is not a sound ZIP archive: {reason}", zh: "{file} 不是完好的 ZIP 压缩包：{reason}" },
  "archive-broken-hint": { en: "copy or download it again", zh: "请重新复制或下载" },
  "network-line": {
    en: "{file}: line {line} reads {found}, expected {expected}",
    zh: "{file}：第 {line} 行为 {found}，应为{expected}",
  },
} as const satisfies Record<string, { en: string; zh: string }>;
