/** What is said of workbooks and of yearbook pages. */
export const importMessages = {
  "option-sheet": { en: "sheet of a workbook, by its name or number", zh: "工作表的名称或序号" },
  "option-layout": { en: "read the sheet by this layout (YAML or JSON)", zh: "按此布局文件（YAML 或 JSON）读取工作表" },
  "option-projection": {
    en: "of a shapefile without .prj: EPSG:4326, WKT or a proj string",
    zh: "无 .prj 的 shapefile 的投影：EPSG:4326、WKT 或 proj 字符串",
  },
  "sheets-heading": {
    en: "{file}: {sheets, plural, one {# sheet} other {# sheets}}",
    zh: "{file}：{sheets} 个工作表",
  },
  "sheet-size": { en: "{rows} x {columns}", zh: "{rows} 行 × {columns} 列" },
  "sheet-read": { en: "read here", zh: "本次读取" },
  "sheet-other": { en: "has figures: --sheet {name}", zh: "有数值：--sheet {name}" },
  "sheet-bare": { en: "no figures found", zh: "未见数值" },
  "sheet-unseen": { en: "not looked into", zh: "未查看" },
  "sheet-is-hidden": { en: "hidden", zh: "隐藏" },
  "guess-heading": { en: "{sheet} is read so, as guessed:", zh: "{sheet} 按以下判断读取：" },
  "listing-more": { en: "... and {more} more (--json for all)", zh: "…… 另有 {more} 条（--json 列出全部）" },
  "layout-given": { en: "{sheet} is read by {file}", zh: "{sheet} 按 {file} 读取" },
  "page-account": {
    en: "{parts} = {cells, plural, one {# cell} other {# cells}} of the {sheets, plural, one {sheet} other {# sheets}}",
    zh: "{parts} = {sheets, plural, =1 {工作表} other {# 个工作表}}共 {cells} 个单元格",
  },
  "fate-read": { en: "{count} read", zh: "读取 {count}" },
  "fate-flagged": { en: "{count} flagged", zh: "带标记 {count}" },
  "fate-explained": { en: "{count} explained by a note", zh: "附注说明 {count}" },
  "fate-missing": { en: "{count} missing", zh: "缺失 {count}" },
  "fate-refused": { en: "{count} refused", zh: "拒绝 {count}" },
  "fate-head": { en: "{count} head", zh: "表头 {count}" },
  "fate-title": { en: "{count} title", zh: "标题 {count}" },
  "fate-note": { en: "{count} note", zh: "附注 {count}" },
  "fate-left": { en: "{count} left out", zh: "舍去 {count}" },
  "fate-empty": { en: "{count} empty", zh: "空白 {count}" },
  "missing-as": { en: "missing, as the cells say: {marks}", zh: "按单元格文字视为缺失：{marks}" },
  "page-totals": {
    en: "totals are set apart: {names}",
    zh: "合计数另存：{names}",
  },
  "page-places": {
    en: "places: {known} of {names} {names, plural, one {name is a place} other {names are places}} that the atlas knows",
    zh: "地区：{names} 个名称中有 {known} 个可确认",
  },
  "page-confirm": {
    en: "places to be confirmed: take away the # where it is right, or write the right code",
    zh: "以下地区须确认：无误者删去行首的 #，或改写为正确代码",
  },
  "page-is-meant": {
    en: "is {name} meant? it differs by one sign",
    zh: "是否指{name}？仅一字之差",
  },
  "register-recognised": {
    en: "{file} is a register of policies, by its columns: {columns}",
    zh: "依据列名，{file} 是政策库：{columns}",
  },
  "register-in-workbook": {
    en: "sheet {sheet} of {file} is a register of policies, by its columns: {columns}",
    zh: "依据列名，{file} 的工作表 {sheet} 是政策库：{columns}",
  },
  "register-in-workbook-hint": {
    en: "save the sheet as CSV in UTF-8, and import that: a study reads registers from plain tables",
    zh: "请把该工作表另存为 UTF-8 编码的 CSV 后再导入：研究文件只从普通表格读取政策库",
  },
  "page-places-of-study": {
    en: "  a study takes the rows of its own places; conurb check says which rows it leaves aside",
    zh: "  研究只采用其范围内地区的行；conurb check 会列出未采用的行",
  },
  "page-places-nested": {
    en: "  {within, plural, one {# of them is} other {# of them are}} part of others ({names}): an analysis of all rows would count them twice; a cluster, or where, keeps one level",
    zh: "  其中 {within} 个属于同列的其他地区（{names}）：直接分析全部各行会重复计算，请在研究中写 cluster 或用 where 只保留一级",
  },
  "page-more": { en: "... and {more} more", zh: "…… 另有 {more} 处" },
  "page-refused": {
    en: "{count, plural, one {# cell is} other {# cells are}} refused: mend the file or the layout below, and import again",
    zh: "有 {count} 个单元格被拒绝：请更正文件或下面的布局后重新导入",
  },
  "page-tidy": {
    en: "{file} holds figures and their flags without their cells; a study that reads {source} itself knows the cells too",
    zh: "{file} 含数值及其标记，不含单元格位置；研究若直接读取 {source}，可追到单元格",
  },
  "page-without-layout": {
    en: "{file}: no table was recognised on sheet {sheet}",
    zh: "{file}：未能识别工作表 {sheet} 中的表格",
  },
  "page-without-layout-hint": {
    en: "save the layout below as layout.yaml, mend it, and write: conurb import {file} --sheet {quoted} --layout layout.yaml",
    zh: "请把下面的布局存为 layout.yaml 并修改，然后运行：conurb import {file} --sheet {quoted} --layout layout.yaml",
  },
  "book-without-layout": {
    en: "{file}: no table was recognised on any sheet ({sheets})",
    zh: "{file}：各工作表（{sheets}）中均未识别出表格",
  },
  "skeleton-rows": { en: "first and last row of figures", zh: "数值的首行和末行" },
  "skeleton-columns": { en: "first and last column, names of rows included", zh: "首列和末列，含行标题" },
  "skeleton-head": { en: "rows of the head", zh: "表头所在行" },
  "skeleton-by": { en: "columns that say what a row is", zh: "说明各行含义的列" },
  "skeleton-years": {
    en: "across, down, sections, one or none",
    zh: "across 横排、down 纵排、sections 分段、one 单一年份、none 无",
  },
  "skeleton-notes": { en: "rows of titles and of notes", zh: "标题行和附注行" },
  "sheet-unknown": { en: "{file} has no sheet {sheet}", zh: "{file} 中没有工作表 {sheet}" },
  "sheet-choose": {
    en: "{file} has {sheets, plural, other {# sheets}}, expected the name of one",
    zh: "{file} 有 {sheets} 个工作表，应指明其一",
  },
  "sheet-choose-hint": { en: "the sheets are {names}", zh: "现有工作表：{names}" },
  "sheet-of-text": {
    en: "{file} is no workbook and has no sheet {sheet}",
    zh: "{file} 不是工作簿，没有工作表 {sheet}",
  },
  "sheets-of-table": {
    en: "{file} is no workbook that is read by a layout: expected the name of one sheet or layer, not a list",
    zh: "{file} 不是按 layout 读取的工作簿：应为一个工作表或图层名，不能是列表",
  },
  "layout-of-table": {
    en: "{file} is {format}, which no layout reads: expected a workbook or delimited text",
    zh: "{file} 为{format}，不能按布局读取：应为工作簿或分隔符文本",
  },
  "layout-file-no-map": { en: "{file} holds no layout, expected tables: ...", zh: "{file} 不含布局，应有 tables: …" },
  "dataset-needs-layout": {
    en: "{file} is a workbook, expected a layout that says how its sheet is read",
    zh: "{file} 为工作簿，应有说明如何读取的 layout",
  },
  "dataset-needs-layout-hint": {
    en: "conurb import {file} prints it, ready to be pasted",
    zh: "运行 conurb import {file} 可得到可直接粘贴的 layout",
  },
  "dataset-table-unknown": {
    en: "{file} has {tables, plural, one {# table} other {# tables}} by its layout, expected table {table}",
    zh: "按布局 {file} 有 {tables} 个表，没有第 {table} 个",
  },
  "dataset-unit-differs": {
    en: "{column} is in {found} by the page, in {declared} by the study",
    zh: "{column} 按页面单位为 {found}，研究中写为 {declared}",
  },
  "dataset-unit-differs-hint": {
    en: "if the page is wrong, say so by column under units of the layout",
    zh: "如页面有误，请在 layout 的 units 中按列写明",
  },
  "page-reads-nothing": {
    en: "{file}: no cell is read as a figure under this layout",
    zh: "{file}：按此布局未读到任何数值",
  },
  "page-reads-nothing-hint": {
    en: "see which columns are taken for words above, and mend the layout below",
    zh: "请查看上面哪些列被当作文字，并更正下面的布局",
  },
  "calc-matrix": {
    en: "{file}: its columns are named as its rows are, and cells such as 1/3 are fractions: read as a matrix of comparisons",
    zh: "{file}：各列与各行同名，且含 1/3 等分数：按两两比较矩阵读取",
  },
  "calc-sheet": {
    en: "{file}, sheet {sheet}: read as guessed, {rows} {rows, plural, one {row} other {rows}} of {columns} (conurb import tells how and why)",
    zh: "{file}，工作表 {sheet}：按自动判断读取，{rows} 行，列为 {columns}（详见 conurb import）",
  },
  "calc-sheet-hint": {
    en: "--sheet names another; conurb import {file} prints a layout to fill in",
    zh: "可用 --sheet 指定其他工作表；conurb import {file} 给出可填写的布局",
  },
  "import-large-held": {
    en: "{file} is too large to be held, which {option} needs: as a stream it can be looked over and written to CSV or Parquet",
    zh: "{file} 过大，无法整体读入，而 {option} 需要整体读入：流式处理只能检查并另存为 CSV 或 Parquet",
  },
  "import-streamed": {
    en: "wrote {file} row by row: rows that repeat a key, and layouts of pages, cannot be looked for in a stream",
    zh: "已逐行写出 {file}：流式处理不能查找重复的键，也不能识别年鉴版式",
  },
  "option-interpolate": {
    en: "columns, with commas between them, whose gaps the study fills between observed years",
    zh: "由研究在前后观测年份之间插值补缺的列，以逗号分隔",
  },
  "interpolate-column": {
    en: "interpolate: no column of figures {column}; there are {columns}",
    zh: "interpolate：没有数值列 {column}；现有：{columns}",
  },
  "interpolate-years": {
    en: "interpolate: {file} has no column of years",
    zh: "interpolate：{file} 没有年份列",
  },
  "interpolate-account": {
    en: "{column}: {filled} of {gaps} {gaps, plural, one {gap} other {gaps}} {filled, plural, one {lies} other {lie}} between observed years: the study fills {filled, plural, one {it} other {them}} linearly, flagged interpolated; {left} {left, plural, one {stays a gap} other {stay gaps}}",
    zh: "{column}：{gaps} 个缺口中有 {filled} 个位于观测年份之间，由研究线性插值并标记为 interpolated；其余 {left} 个仍为缺口",
  },
  "totals-compared": {
    en: "totals: {held} of {compared} {held, plural, one {is the sum of its} other {are the sum of their}} parts, to the rounding of the print",
    zh: "合计：{compared} 个中有 {held} 个等于各项之和（在四舍五入范围内）",
  },
  "totals-open": {
    en: "{count, plural, one {# total cannot be compared, for a part of it is not there or was refused} other {# totals cannot be compared, for parts of them are not there or were refused}} ({totals}{more, plural, =0 {} other {; and # more}})",
    zh: "{count} 个合计无法核对：有部分数值缺失或被拒绝（{totals}{more, plural, =0 {} other {；另有 # 个}}）",
  },
  "import-large-cube": {
    en: "too large to be held: let SQL add it up, as in cube: '{ by: [place, year], sum: { value: 2 } }', 2 decimal places",
    zh: "文件过大，无法整体读入：由 SQL 汇总，如 cube: '{ by: [place, year], sum: { value: 2 } }'，2 为小数位数",
  },
  "role-by-name": { en: "by its name", zh: "依据列名" },
  "role-by-numbers": { en: "numbers", zh: "数值列" },
  "import-why": { en: "why", zh: "依据" },
  "import-name": {
    en: "--name is {name}, expected lower-case letters, digits and underscores, beginning with a letter",
    zh: "--name 的取值为 {name}，应以小写字母开头，只含小写字母、数字和下划线",
  },
  "import-format": { en: "{file} ends in neither .csv nor .parquet", zh: "{file} 的后缀应为 .csv 或 .parquet" },
  "kind-number": { en: "number", zh: "数值" },
  "kind-label": { en: "label", zh: "标签" },
  "import-column": { en: "column", zh: "列" },
  "import-role": { en: "role", zh: "角色" },
  "import-kind": { en: "kind", zh: "类型" },
  "import-unit": { en: "unit", zh: "单位" },
  "import-first": { en: "first", zh: "首行" },
  "import-study": {
    en: "gap between places",
    zh: "地区差距",
  },
  "import-path": {
    en: "file is relative to the study's folder; as written here, for a study.yaml in the current folder",
    zh: "file 相对于研究文件所在文件夹；此处写法适用于当前文件夹中的 study.yaml",
  },
  "import-path-outside": {
    en: "a study reads files of its own folder only: copy {file} beside study.yaml as {path}",
    zh: "研究只读取自身文件夹内的文件：请把 {file} 复制到 study.yaml 旁，命名为 {path}",
  },
  "import-source": {
    en: "source is what {cells} says: mend it if something else is to be cited",
    zh: "source 取自 {cells}；如应引用其他来源，请改写",
  },
  "import-flag": {
    en: "{name}: {column} is taken as the flag of each row: its name says so, and its values are words",
    zh: "{name}：{column} 按各行标记（flag）处理：列名如此，且取值为文字",
  },
  "import-flag-hint": {
    en: "take flag out of roles if it is none",
    zh: "若并非标记，请从 roles 中删去 flag",
  },
  "import-units": {
    en: "no unit is given for {columns}: taken as plain numbers",
    zh: "{columns} 未注明单位：按无单位的数处理",
  },
  "import-unit-hint": {
    en: "write it under units, as below: {column}: UNIT, where 1 is a plain number",
    zh: "请在下面的 units 中写明：{column}: 单位；1 表示无单位",
  },
  "import-expression": {
    en: "in an expression: {column}",
    zh: "在表达式中写作：{column}",
  },
  "import-account": {
    en: "{rows} {rows, plural, one {row} other {rows}}; of {cells} {cells, plural, one {cell} other {cells}} {read} read, {flagged} flagged, {missing} missing, {refused} refused",
    zh: "{rows} 行；{cells} 个单元格中读取 {read}，带标记 {flagged}，缺失 {missing}，拒绝 {refused}",
  },
} as const;
