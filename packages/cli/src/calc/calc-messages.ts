/** What calc says. */
export const calcMessages = {
  "calc-more": {
    en: "conurb calc METHOD --help shows the inputs, roles and options of a method.\n--weights knn:4 makes weights among places that have lon and lat (or --lon COLUMN --lat COLUMN).",
    zh: "conurb calc METHOD --help 显示该方法的输入、角色和选项。\n--weights knn:4 可由含经度、纬度列的地区生成空间权重（或用 --lon 列 --lat 列指明）。",
  },
  "flag-input": { en: "file: {title}", zh: "文件：{title}" },
  "flag-role": { en: "column: {title} ({input})", zh: "列：{title}（{input}）" },
  "flag-option": { en: "option: {title}: {shown}", zh: "选项：{title}：{shown}" },
  "flag-option-default": { en: "option: {title}: {shown} ({value})", zh: "选项：{title}：{shown}（默认 {value}）" },
  "usage-seed": {
    en: "--seed is {value}, expected a whole number from 0 to 4294967295",
    zh: "--seed 的取值为 {value}，应为 0 至 4294967295 的整数",
  },
  "usage-units": {
    en: "--units: {part} is not COLUMN=UNIT; the columns are {columns}",
    zh: "--units：{part} 不是“列=单位”的形式；现有列：{columns}",
  },
  "roles-by-name": {
    en: "{input}: taken by the names of its columns: {pairs}",
    zh: "{input}：依据列名认定 {pairs}",
  },
  "calc-hint": { en: "conurb calc {id} --help shows its flags", zh: "用 conurb calc {id} --help 查看其参数" },
  "flag-ambiguous": {
    en: "--{flag} {value} may stand for more than one thing",
    zh: "--{flag} {value} 有多种可能的含义",
  },
  "flag-column-or-choice": {
    en: "--{flag} {value}: no column {value} in the file; the columns are {columns}{options, plural, =0 {} other {, and option {flag} takes {choices}}}",
    zh: "--{flag} {value}：文件中没有列 {value}；现有列：{columns}{options, plural, =0 {} other {；选项 {flag} 可取：{choices}}}",
  },
  "flag-ambiguous-hint": { en: "say which: {names}", zh: "请写全名：{names}" },
  "input-twice": {
    en: "input {input} is given twice: by FILE and by --{input}",
    zh: "输入 {input} 重复给出：FILE 与 --{input}",
  },
  "table-unknown": { en: "no table {name}; the tables are {names}", zh: "没有表 {name}；现有：{names}" },
  "full-width-comma": {
    en: "--{flag} {value} has full-width commas, and no column is called so",
    zh: "--{flag} {value} 用了全角逗号，而没有这样的列名",
  },
  "full-width-comma-hint": {
    en: "write plain commas: --{flag} {value}",
    zh: "请改用半角逗号：--{flag} {value}",
  },
  "weights-count": {
    en: "{text}: {name} is {given}, expected a whole number of at least 1, as in {kind}:4",
    zh: "{text}：{name} 为 {given}，应为不小于 1 的整数，如 {kind}:4",
  },
  "weights-measure": {
    en: "{text}: {name} is {given}, expected a number above 0, as in {kind}:2",
    zh: "{text}：{name} 为 {given}，应为大于 0 的数，如 {kind}:2",
  },
  "weights-without-point": {
    en: "{kind} weights need column {column}; the columns are {columns}",
    zh: "{kind} 权重需要列 {column}；现有列：{columns}",
  },
  "weights-without-point-hint": {
    en: "name the columns in degrees: --lon COLUMN --lat COLUMN, or give a file of weights: --weights FILE",
    zh: "请指明以度为单位的经纬度列：--lon 列 --lat 列，或提供权重文件：--weights FILE",
  },
  "weights-without-places": {
    en: "--{input} asks for weights to be made, which needs the places of {first}",
    zh: "--{input} 要求生成权重，需先给出 {first} 中的地区",
  },
  "record-unreadable": {
    en: "{file} cannot be read as YAML or JSON: {reason}",
    zh: "{file} 无法按 YAML 或 JSON 读取：{reason}",
  },
  "record-too-large": {
    en: "{file} has more than {largest} characters",
    zh: "{file} 超过 {largest} 个字符",
  },
  "record-aliases": {
    en: "{file} repeats its anchors too often to be read",
    zh: "{file} 中锚点（anchor）展开过多，拒绝读取",
  },
  "dropped-more": {
    en: "... {more} more rows left out (--all, --json)",
    zh: "…… 另有 {more} 行被剔除（--all、--json）",
  },
  "option-where": {
    en: "keep rows of these values: year=2019, industry=A,B; may stand several times",
    zh: "只保留取这些值的行：year=2019、industry=A,B；可写多次",
  },
  "panel-hint": {
    en: "the table holds several years: --where {column}={year} keeps one of them",
    zh: "表中含多个年份：用 --where {column}={year} 只保留其一",
  },
  "where-form": {
    en: "--where {written}: expected COLUMN=VALUE; the columns are {columns}",
    zh: "--where {written}：应为 列=值；现有列：{columns}",
  },
  "where-column": {
    en: "--where: no column {column} in the files; the columns are {columns}",
    zh: "--where：文件中没有列 {column}；现有列：{columns}",
  },
} as const;
