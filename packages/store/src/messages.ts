import { archiveMessages } from "./archive/archive-messages.ts";
import { formatMessages } from "./decode/format-messages.ts";
import { mapMessages } from "./decode/maps/map-messages.ts";
import { networkMessages } from "./decode/networks/network-messages.ts";
import { privateMessages } from "./private/private-messages.ts";

/** What the store refuses, as ICU patterns by a stable code; `CODE-hint` says how to mend it. */
export const messages = {
  ...archiveMessages,
  ...formatMessages,
  ...mapMessages,
  ...networkMessages,
  ...privateMessages,
  "file-missing": { en: "no file {file}", zh: "找不到文件 {file}" },
  "file-is-folder": { en: "{file} is a folder, expected a file", zh: "{file} 是文件夹，应为文件" },
  "file-not-permitted": { en: "no permission to read {file}", zh: "没有读取 {file} 的权限" },
  "file-changed": { en: "{file} was changed while it was read", zh: "{file} 在读取过程中被改动" },
  "file-changed-hint": { en: "wait until it is written, and import it again", zh: "请待写入完成后重新导入" },
  "file-unreadable": { en: "{file} cannot be read ({reason})", zh: "无法读取 {file}（{reason}）" },
  "file-empty": { en: "{file} is empty, expected a header and rows", zh: "{file} 为空文件，应有表头和数据行" },
  "file-header-only": {
    en: "{file} has a header and no rows, expected at least one row",
    zh: "{file} 只有表头没有数据行，至少应有一行数据",
  },
  "file-too-large": {
    en: "{file} has {size} MB, expected at most {limit} MB",
    zh: "{file} 大小为 {size} MB，上限为 {limit} MB",
  },
  "file-too-large-hint": {
    en: "let the SQL engine sum it to a cube first (micro-data as Parquet or CSV)",
    zh: "请先用 SQL 引擎把微观数据（Parquet 或 CSV）汇总成立方体",
  },
  "file-is-workbook": {
    en: "{file} is a workbook, expected CSV or Parquet",
    zh: "{file} 是工作簿，应为 CSV 或 Parquet",
  },
  "file-is-workbook-hint": { en: "save the sheet as CSV (UTF-8) for now", zh: "目前请把工作表另存为 CSV（UTF-8）" },
  "file-is-binary": {
    en: "{file} looks like {looks}, expected CSV or Parquet",
    zh: "{file} 看起来是 {looks}，应为 CSV 或 Parquet",
  },
  "file-is-parquet": {
    en: "{file} is Parquet, expected delimited text",
    zh: "{file} 是 Parquet 文件，应为分隔符文本",
  },
  "file-not-text": {
    en: "{file} is not text: it begins as {encoding} does, but what follows are no characters; expected CSV or Parquet",
    zh: "{file} 不是文本文件：开头与 {encoding} 相同，但其后并非有效字符；应为 CSV 或 Parquet",
  },
  "file-not-text-hint": {
    en: "if it is a table, save it as CSV (UTF-8)",
    zh: "若为表格，请另存为 CSV（UTF-8）",
  },
  "encoding-unknown": {
    en: "{file} is not UTF-8 (byte {byte} of the file, in line {line}, does not fit), nor GB18030, Big5 or Shift_JIS",
    zh: "{file} 不是 UTF-8 编码（文件第 {byte} 字节，第 {line} 行不符合），也不是 GB18030、Big5 或 Shift_JIS",
  },
  "encoding-unknown-hint": {
    en: "save the file as UTF-8, or name its encoding: {encodings}",
    zh: "请把文件另存为 UTF-8，或指明编码：{encodings}",
  },
  "encoding-wrong": {
    en: "{file} is not {encoding}: byte {byte} of the file, in line {line}, does not fit",
    zh: "{file} 不是 {encoding} 编码：文件第 {byte} 字节（第 {line} 行）不符合",
  },
  "csv-quote-open": {
    en: "{file}: a quotation mark opened in line {line} is never closed",
    zh: "{file}：第 {line} 行的引号没有闭合",
  },
  "csv-quote-open-hint": {
    en: 'close it, or double it ("") where it is part of the text',
    zh: '请补上引号；若引号是文字的一部分，请写成两个引号（""）',
  },
  "csv-quote-inside": {
    en: "{file}: a quotation mark in line {line} stands inside a quoted cell",
    zh: "{file}：第 {line} 行带引号的单元格内有未转义的引号",
  },
  "csv-quote-inside-hint": { en: 'double it: ""', zh: '请写成两个引号：""' },
  "parquet-unreadable": { en: "{file} is not sound Parquet: {reason}", zh: "{file} 不是完好的 Parquet 文件：{reason}" },
  "parquet-codec": {
    en: "{file} is Parquet packed by {codec}, expected one of {codecs}",
    zh: "{file} 是以 {codec} 压缩的 Parquet 文件，应为 {codecs} 之一",
  },
  "parquet-codec-hint": {
    en: "write it again packed by snappy: COPY (FROM 'old.parquet') TO 'new.parquet' in DuckDB, compression=\"snappy\" in pandas and polars",
    zh: "请改用 snappy 压缩重新写出：DuckDB 中 COPY (FROM 'old.parquet') TO 'new.parquet'，pandas、polars 中 compression=\"snappy\"",
  },
  "parquet-too-large": {
    en: "{file} has {cells} cells, expected at most {limit}",
    zh: "{file} 有 {cells} 个单元格，上限为 {limit} 个",
  },
  "parquet-too-large-hint": {
    en: "let the SQL engine sum it to a cube first",
    zh: "请先用 SQL 引擎把它汇总成立方体",
  },
  "parquet-column": {
    en: "{file}: column {column} holds {found}, expected numbers or text",
    zh: "{file}：列 {column} 的类型为 {found}，应为数字或文本",
  },
  "parquet-infinite": {
    en: "{file}: column {column} is infinite in row {row}, expected a number or a gap",
    zh: "{file}：列 {column} 第 {row} 行为无穷大，应为数字或空值",
  },
  "parquet-integer-inexact": {
    en: "{file}: {value} in column {column} has more digits than a number can hold",
    zh: "{file}：列 {column} 中的 {value} 位数过多，无法精确表示为数字",
  },
  "parquet-integer-inexact-hint": {
    en: "store it as text if it is a code",
    zh: "若为代码，请以文本存储",
  },
  "atlas-unknown": { en: "atlas: no table {id}", zh: "图册：没有表 {id}" },
  "atlas-cluster-unknown": { en: "atlas: no cluster {id}", zh: "图册：没有城市群 {id}" },
  "atlas-cluster-unknown-hint": { en: "the clusters are {editions}", zh: "现有的城市群：{editions}" },
  "atlas-cluster-editions": {
    en: "atlas: cluster {id} has more than one edition: {editions}",
    zh: "图册：城市群 {id} 有多个版本：{editions}",
  },
  "atlas-unknown-hint": { en: "the tables are {ids}", zh: "现有的表：{ids}" },
  "path-outside": {
    en: "{path} leads out of {root}, expected a path inside it",
    zh: "{path} 指向 {root} 之外，应在其内",
  },
  "path-outside-hint": {
    en: "copy the file into the study's folder",
    zh: "请把文件复制到研究文件夹内",
  },
  "disk-full": { en: "no space left on the disk to write {file}", zh: "磁盘空间不足，无法写入 {file}" },
  "disk-full-hint": {
    en: "make room, or choose another folder; what stood there is unchanged",
    zh: "请腾出空间，或改用其他文件夹；原有文件未改动",
  },
  "disk-not-permitted": { en: "no permission to write {file}", zh: "没有写入 {file} 的权限" },
  "disk-not-permitted-hint": {
    en: "change the permission, or choose another folder; what stood there is unchanged",
    zh: "请修改权限，或改用其他文件夹；原有文件未改动",
  },
  "disk-read-only": { en: "{file} is on a read-only disk", zh: "{file} 所在磁盘为只读" },
  "disk-read-only-hint": {
    en: "choose another folder; what stood there is unchanged",
    zh: "请改用其他文件夹；原有文件未改动",
  },
  "disk-no-folder": {
    en: "{file} cannot be written: a file stands where its folder should be",
    zh: "无法写入 {file}：应为文件夹的位置上是一个文件",
  },
  "disk-is-folder": { en: "{file} is a folder, expected a file to write", zh: "{file} 是文件夹，应为可写入的文件" },
  "disk-failed": { en: "{file} cannot be written ({reason})", zh: "无法写入 {file}（{reason}）" },
  "folder-locked": {
    en: "{folder} is being written by another run (process {pid})",
    zh: "{folder} 正被另一次运行写入（进程 {pid}）",
  },
  "folder-locked-hint": {
    en: "wait for it to end, or delete {file} if it is gone",
    zh: "请等待其结束；若该进程已不存在，请删除 {file}",
  },
  "sql-name": {
    en: "cube: {name} is not a lower snake case name",
    zh: "立方体查询：{name} 不是小写下划线命名",
  },
  "sql-name-hint": {
    en: "rename the column: lower-case letters, digits and _",
    zh: "请改列名：只用小写字母、数字和下划线",
  },
  "sql-name-twice": { en: "cube: two columns are called {name}", zh: "立方体查询：有两列都叫 {name}" },
  "sql-no-measure": {
    en: "cube: nothing to sum and no count, expected at least one",
    zh: "立方体查询：既无求和列也无计数，至少需要一项",
  },
  "sql-scale": {
    en: "cube: scale of {column} is {scale}, expected a whole number from 0 to 18",
    zh: "立方体查询：{column} 的小数位数为 {scale}，应为 0 至 18 的整数",
  },
  "sql-scale-hint": {
    en: "sums are exact: say how many digits after the point the measure has",
    zh: "求和须精确：请指明该指标的小数位数",
  },
  "sql-empty-list": {
    en: "cube: condition on {column} has an empty list",
    zh: "立方体查询：{column} 的条件列表为空",
  },
  "sql-rounded": {
    en: "cube: {rows} values of {column} have more than {scale} digits after the point",
    zh: "立方体查询：{column} 有 {rows} 个值的小数位数超过 {scale} 位",
  },
  "sql-rounded-hint": {
    en: "raise the scale of the measure, so that the sum is exact",
    zh: "请增大该指标的小数位数，以保证求和精确",
  },
  "sql-column-unknown": { en: "cube: {reason}", zh: "立方体查询：{reason}" },
  "sql-value": { en: "cube: a value does not fit: {reason}", zh: "立方体查询：数值不符合：{reason}" },
  "sql-file": { en: "cube: {file} cannot be read: {reason}", zh: "立方体查询：无法读取 {file}：{reason}" },
  "sql-refused": { en: "cube: the engine refuses: {reason}", zh: "立方体查询：数据库引擎拒绝执行：{reason}" },
} as const satisfies Record<string, { en: string; zh: string }>;
