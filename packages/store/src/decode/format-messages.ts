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
  "map-not-degrees": {
    en: "{file}: feature {row} lies at {x}, {y}, which are no degrees of longitude and latitude",
    zh: "{file}：第 {row} 个要素位于 {x}, {y}，不是经纬度坐标",
  },
  "map-not-degrees-hint": {
    en: "transform it to WGS 84 (EPSG:4326), or say which projection it is in (shapefiles)",
    zh: "请转换为 WGS 84（EPSG:4326）；shapefile 也可指明其投影",
  },
  "map-crs": {
    en: "{file} says that it is in {crs}, expected longitude and latitude (WGS 84)",
    zh: "{file} 的坐标系为 {crs}，应为经纬度（WGS 84）",
  },
  "map-crs-hint": { en: "transform it to WGS 84 (EPSG:4326)", zh: "请转换为 WGS 84（EPSG:4326）" },
  "map-layer": { en: "{file} holds several layers: {layers}", zh: "{file} 含有多个图层：{layers}" },
  "map-layer-hint": { en: "name the one to read", zh: "请指明要读取的图层" },
  "map-layer-unknown": { en: "{file} has no layer {layer}", zh: "{file} 中没有图层 {layer}" },
  "map-layer-unknown-hint": { en: "the layers are {layers}", zh: "现有图层：{layers}" },
  "map-too-large": {
    en: "{file} unfolds to {points} points, expected at most {limit}",
    zh: "{file} 展开后有 {points} 个点，上限为 {limit} 个",
  },
  "map-too-large-hint": { en: "simplify the shapes first", zh: "请先简化图形" },
  "map-empty": {
    en: "{file}: {count, plural, one {# feature has} other {# features have}} no shape, the first in row {row}: no point is given there",
    zh: "{file}：{count} 个要素没有图形（首个在第 {row} 行），其坐标留空",
  },
  "map-centroid-name": {
    en: "{file} has columns lon or lat of its own: the centres of the shapes are in {lon} and {lat}",
    zh: "{file} 已有 lon 或 lat 列：图形重心坐标写入 {lon} 和 {lat}",
  },
  "map-nested": {
    en: "{file}: {count, plural, one {# cell holds} other {# cells hold}} lists or records, the first in row {row}, column {column}: kept as JSON text",
    zh: "{file}：{count} 个单元格是列表或嵌套结构（首个在第 {row} 行 {column} 列），以 JSON 文本保留",
  },
  "map-datum": {
    en: "{file} is on the datum {datum}, read as WGS 84: up to some hundred metres apart",
    zh: "{file} 的基准面为 {datum}，按 WGS 84 读取：可能相差数十至上百米",
  },
  "shapefile-no-projection": {
    en: "{file} has no {layer}.prj, so nobody knows what its coordinates are in",
    zh: "{file} 缺少 {layer}.prj，无法得知坐标系",
  },
  "shapefile-no-projection-hint": {
    en: "add the .prj to the archive, or say the projection: EPSG:4326 for longitude and latitude, else WKT or a proj string",
    zh: "请在压缩包中补上 .prj，或指明投影：经纬度写 EPSG:4326，其余写 WKT 或 proj 字符串",
  },
  "shapefile-projection": {
    en: "{file}: the projection of {layer} is not understood: {projection}",
    zh: "{file}：无法识别图层 {layer} 的投影：{projection}",
  },
  "shapefile-projection-hint": {
    en: "transform it to WGS 84 (EPSG:4326) in a geographic information system",
    zh: "请用 GIS 软件转换为 WGS 84（EPSG:4326）",
  },
  "shapefile-no-attributes": {
    en: "{file} has no {layer}.dbf: the shapes have no attributes",
    zh: "{file} 缺少 {layer}.dbf：图形没有属性",
  },
  "shapefile-none": {
    en: "{file} is a ZIP archive without a shapefile: it holds {names}",
    zh: "{file} 是不含 shapefile 的 ZIP 压缩包，其中有：{names}",
  },
  "shapefile-encoding": {
    en: "{file} has no {layer}.cpg, so its texts are taken for {encoding}",
    zh: "{file} 缺少 {layer}.cpg，文字按 {encoding} 读取",
  },
  "shapefile-encoding-other": {
    en: "{file}: the texts of {layer}.dbf are said to be {said}, and are not: they are taken for {encoding}",
    zh: "{file}：{layer}.dbf 的文字注明为 {said} 编码，实际不是：按 {encoding} 读取",
  },
  "shapefile-deleted": {
    en: "{file}: {count, plural, one {# record} other {# records}} of {layer}.dbf marked as deleted; read all the same, as the shapes are there",
    zh: "{file}：{layer}.dbf 有 {count} 条记录标记为已删除；因图形仍在，照常读取",
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
  "network-size": {
    en: "{file} is said to have {found} nodes, expected 1 to {limit}",
    zh: "{file} 声明有 {found} 个节点，应为 1 至 {limit} 个",
  },
  "network-node": {
    en: "{file}: line {line} names node {node}, and the nodes are 1 to {n}",
    zh: "{file}：第 {line} 行提到节点 {node}，而节点为 1 至 {n}",
  },
  "network-name-twice": {
    en: "{file}: two nodes are called {name}",
    zh: "{file}：有两个节点都叫 {name}",
  },
  "network-name-twice-hint": { en: "give each node a name of its own", zh: "请为每个节点取不同的名称" },
  "network-cells": {
    en: "{file} has {found} figures in its data, expected {expected}",
    zh: "{file} 的数据部分有 {found} 个数，应为 {expected} 个",
  },
  "network-rows": {
    en: "{file} has a matrix of {found, plural, one {# row} other {# rows}}, expected {expected}",
    zh: "{file} 的矩阵有 {found} 行，应为 {expected} 行",
  },
  "network-format": {
    en: "{file} is in the DL form {format}, expected fullmatrix, nodelist1, nodelist2, edgelist1, edgelist2, lowerhalf or upperhalf",
    zh: "{file} 的 DL 形式为 {format}，应为 fullmatrix、nodelist1、nodelist2、edgelist1、edgelist2、lowerhalf 或 upperhalf",
  },
  "network-format-hint": {
    en: "export it again as fullmatrix or edgelist1",
    zh: "请重新导出为 fullmatrix 或 edgelist1",
  },
  "network-external": {
    en: "{file} keeps its data in another file, {name}, which is not opened",
    zh: "{file} 的数据存放在另一文件 {name} 中，不予打开",
  },
  "network-none": { en: "{file} holds no link", zh: "{file} 中没有任何联系" },
  "network-undirected": {
    en: "{file}: the {count} links have no direction: each stands once",
    zh: "{file}：{count} 条联系没有方向：每条只列一次",
  },
  "network-both": {
    en: "{file} mixes links with a direction and {count} without: these stand once each way",
    zh: "{file} 同时含有有向联系和 {count} 条无向联系：后者两个方向各列一次",
  },
  "network-zeros": {
    en: "{file}: {count, plural, one {# pair has} other {# pairs have}} the value 0, which is no link",
    zh: "{file}：{count} 对取值为 0，不算作联系",
  },
  "network-isolated": {
    en: "{file}: {count, plural, one {# node has} other {# nodes have}} no link and {count, plural, one {is} other {are}} not in the table of links: {names}",
    zh: "{file}：{count} 个节点没有联系，不在联系表中：{names}",
  },
  "network-repeated": {
    en: "{file}: {count, plural, one {# pair has} other {# pairs have}} more than one link; each link is a row of its own",
    zh: "{file}：{count} 对之间有多条联系，每条各占一行",
  },
  "network-two-mode": {
    en: "{file} has two kinds of nodes: {first} of the first, {second} of the second",
    zh: "{file} 有两类节点：第一类 {first} 个，第二类 {second} 个",
  },
  "network-left": {
    en: "{file}: {what} are not read ({count, plural, one {# line} other {# lines}})",
    zh: "{file}：未读取{what}（{count} 行）",
  },
  "network-relations": {
    en: "{file} holds {count} relations over the same nodes: the column relation tells them apart",
    zh: "{file} 含有同一批节点上的 {count} 种关系：由 relation 列区分",
  },
} as const satisfies Record<string, { en: string; zh: string }>;
