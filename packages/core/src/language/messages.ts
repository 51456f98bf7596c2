/** Every message of the house, as ICU patterns, by a stable code. Methods carry their own texts in their descriptors. */
export const messages = {
  // the door: tables to readings
  "role-without-column": {
    en: "{input}: role {role} names column {column}, which is not there; the columns are {columns}",
    zh: "{input}：角色 {role} 指定的列 {column} 不存在；现有列：{columns}",
  },
  "role-needed": {
    en: "{input}: no column for role {role}; the columns are {columns}",
    zh: "{input}：没有与角色 {role} 对应的列；现有列：{columns}",
  },
  "role-needed-hint": {
    en: "name it: roles '{' {role}: COLUMN '}' in a study, --{role} COLUMN on the command line",
    zh: "请指明：研究文件中写 roles '{' {role}: 列名 '}'，命令行用 --{role} 列名",
  },
  "role-unknown": {
    en: "{input}: no role {role}; the roles are {roles}",
    zh: "{input}：没有角色 {role}；可用角色：{roles}",
  },
  "role-takes-one": {
    en: "{input}: role {role} names {columns}, expected one column",
    zh: "{input}：角色 {role} 指定了多列（{columns}），只能指定一列",
  },
  "role-takes-one-hint": {
    en: "name one of them: roles '{' {role}: COLUMN '}' in a study, --{role} COLUMN on the command line",
    zh: "请指明其中一列：研究文件中写 roles '{' {role}: 列名 '}'，命令行用 --{role} 列名",
  },
  "not-a-number": {
    en: '{input}: column {column} holds "{value}", expected a number',
    zh: "{input}：列 {column} 中出现“{value}”，应为数字",
  },
  "label-missing": {
    en: "{input}: column {column} is empty, expected a label for role {role}",
    zh: "{input}：列 {column} 为空，角色 {role} 需要标签",
  },
  "duplicate-key": {
    en: "{input}: {key} appears more than once",
    zh: "{input}：{key} 重复出现",
  },
  "duplicate-key-hint": {
    en: "keep one row, or add the column that tells them apart (year, industry)",
    zh: "请只保留一行，或补充可区分它们的列（如年份、行业）",
  },
  "gap-refused": {
    en: "{input}: {column} of {row} is missing, and this method takes no gaps",
    zh: "{input}：{row} 的 {column} 缺失，该方法不接受缺失值",
  },
  "no-rows": {
    en: "{input}: no rows are left to compute with ({dropped} dropped)",
    zh: "{input}：没有可用于计算的数据行（已剔除 {dropped} 行）",
  },
  "industry-units": {
    en: "{input}: {first} is in {firstUnit} and {column} in {unit}, expected one unit for all industries",
    zh: "{input}：{first} 的单位为 {firstUnit}，{column} 的单位为 {unit}，各行业的单位应可相互换算",
  },
  "industry-units-hint": {
    en: "name the columns that are industries as role value",
    zh: "请用角色 value 指明哪些列是行业",
  },
  "industry-total": {
    en: "{input}: {whole} is {parts} in every row: a total would be counted as an industry beside its parts",
    zh: "{input}：各行的 {whole} 均等于 {parts}：合计不能与其各部分并列为行业，否则重复计算",
  },
  "industry-total-hint": {
    en: "name the industries alone, none of which is part of another: roles '{' value: [{parts}] '}'",
    zh: "请只列出互不包含的行业：roles '{' value: [{parts}] '}'",
  },
  "gap-dropped": { en: "{column} is missing", zh: "{column} 缺失" },
  "place-without-figures": { en: "no figures in any industry", zh: "各行业均无数据" },
  "input-missing": {
    en: "{method}: input {input} is missing; the inputs are {inputs}",
    zh: "{method}：缺少输入 {input}；所需输入：{inputs}",
  },
  "input-unknown": {
    en: "{method}: no input {input}; the inputs are {inputs}",
    zh: "{method}：没有输入 {input}；可用输入：{inputs}",
  },
  "input-shape": {
    en: "{method}: input {input} is a {found}, expected a {expected}",
    zh: "{method}：输入 {input} 的类型为 {found}，应为 {expected}",
  },
  "infinite-scalar": {
    en: "{method}: {scalar} has no finite value",
    zh: "{method}：{scalar} 没有有限值",
  },
  "infinite-cell": {
    en: "{method}: {column} of {row} in table {table} has no finite value",
    zh: "{method}：表 {table} 中 {row} 的 {column} 没有有限值",
  },
  // options
  none: { en: "none", zh: "无" },
  "option-unknown": {
    en: "{method}: no option {option}; the options are {options}",
    zh: "{method}：没有选项 {option}；可用选项：{options}",
  },
  "option-named": { en: "{method}: option {option}", zh: "{method}：选项 {option}" },
  "part-named": { en: "{method}: {part}", zh: "{method}：{part}" },
  "method-unknown": {
    en: "no method {id}",
    zh: "没有方法 {id}",
  },
  // values as a schema reads them: where, what is, what was expected
  "value-wrong": { en: "{at} is {found}, expected {expected}", zh: "{at} {found}，应{expected}" },
  "key-unknown": { en: "{at}: no such key; the keys here are {keys}", zh: "{at}：没有这个键；此处可用的键：{keys}" },
  "found-missing": { en: "missing", zh: "缺失" },
  "found-null": { en: "empty", zh: "为空" },
  "found-list": {
    en: "a list of {n, plural, one {# entry} other {# entries}}",
    zh: "为 {n} 项的列表",
  },
  "found-map": { en: "a map", zh: "为键值对" },
  "found-value": { en: "{value}", zh: "为 {value}" },
  "expected-text": { en: "a text", zh: "为文字" },
  "expected-number": { en: "a number", zh: "为数字" },
  "expected-whole-number": { en: "a whole number", zh: "为整数" },
  "expected-switch": { en: "true or false", zh: "为 true 或 false" },
  "expected-list": { en: "a list", zh: "为列表" },
  "expected-map": { en: "a map of keys and values", zh: "为键值对" },
  "expected-date": { en: "a date", zh: "为日期" },
  "expected-nothing": { en: "nothing here", zh: "留空" },
  "expected-something": { en: "a value", zh: "有取值" },
  "expected-kind": { en: "a value of kind {kind}", zh: "为 {kind} 类型的值" },
  "expected-else": { en: "another value", zh: "为其他取值" },
  "expected-value": { en: "{value}", zh: "为 {value}" },
  "expected-one-of": { en: "one of {values}", zh: "为下列之一：{values}" },
  "expected-one-way": { en: "exactly one of the forms it may have", zh: "只符合一种写法" },
  "expected-known-keys": { en: "known keys only", zh: "只含已知的键" },
  "expected-bound": {
    en: "{side, select, least {{strict, select, yes {more than} other {at least}}} most {{strict, select, yes {less than} other {at most}}} other {exactly}} {bound}",
    zh: "{side, select, least {{strict, select, yes {大于} other {不小于}}} most {{strict, select, yes {小于} other {不大于}}} other {等于}} {bound}",
  },
  "expected-length": {
    en: "{side, select, least {at least} most {at most} other {exactly}} {bound} {unit, select, characters {{bound, plural, one {character} other {characters}}} other {{bound, plural, one {entry} other {entries}}}}",
    zh: "{side, select, least {至少} most {至多} other {恰好}}有 {bound} {unit, select, characters {个字符} other {项}}",
  },
  "expected-multiple": { en: "a multiple of {divisor}", zh: "为 {divisor} 的倍数" },
  "expected-beginning": { en: 'a text that begins with "{text}"', zh: "以“{text}”开头" },
  "expected-end": { en: 'a text that ends with "{text}"', zh: "以“{text}”结尾" },
  "expected-within": { en: 'a text with "{text}" in it', zh: "含有“{text}”" },
  "expected-form": { en: "a text of the form {form}", zh: "符合格式 {form}" },
  "expected-condition": { en: "{condition}", zh: "满足 {condition}" },
  "expected-method-or-settings": {
    en: "the name of a method, or its settings: '{ method: … }'",
    zh: "方法名，或其设置：'{ method: … }'",
  },
  "expected-name": {
    en: "a name of lower-case letters, digits and hyphens, beginning with a letter",
    zh: "为以小写字母开头、只含小写字母、数字和连字符的名称",
  },
  "expected-rows": { en: "a row such as 3, or rows such as 5-35", zh: "为行号（如 3）或行范围（如 5-35）" },
  "expected-column": { en: "a column's letters, such as C or AA", zh: "为列字母，如 C 或 AA" },
  "expected-word": {
    en: "a name of lower-case letters, digits and underscores, beginning with a letter",
    zh: "为以小写字母开头、只含小写字母、数字和下划线的名称",
  },
  "expected-both-languages": { en: "a text, or '{' en, zh '}'", zh: "为文字，或 '{' en, zh '}'" },
  "expected-edition": {
    en: "the year of the codes, such as 2019, or '{' to: 2019, from: 2010 '}'",
    zh: "为代码所属年份（如 2019），或 '{' to: 2019, from: 2010 '}'",
  },
  "expected-sha256": { en: "64 digits of 0-9 and a-f", zh: "为 64 位十六进制数（0-9、a-f）" },
  "expected-ratio": { en: "a share such as 50%, 1/3 or 0.5", zh: "为比例，如 50%、1/3 或 0.5" },
  "expected-yuan": { en: "an amount in yuan with at most two decimals", zh: "为金额（元），至多两位小数" },
  "did-you-mean": { en: "did you mean {suggestion}?", zh: "是否想写 {suggestion}？" },
  // the study file
  "whole-study": { en: "the study", zh: "研究文件" },
  "study-empty": { en: "the study is empty", zh: "研究文件为空" },
  "study-too-large": {
    en: "the study has {size} characters, expected at most {largest}",
    zh: "研究文件有 {size} 个字符，最多 {largest} 个",
  },
  "yaml-syntax": { en: "column {column}: {reason}", zh: "第 {column} 列：YAML 语法错误：{reason}" },
  "yaml-aliases": {
    en: "the study repeats its anchors too often to be read, from *{anchor} on",
    zh: "研究文件中锚点（anchor）展开过多（自 *{anchor} 起），拒绝读取",
  },
  "study-method-unknown": { en: "{at}: no method {id}", zh: "{at}：没有方法 {id}" },
  "study-input-unknown": {
    en: "{at}: {method} has no input {input}; the inputs are {inputs}",
    zh: "{at}：方法 {method} 没有输入 {input}；可用输入：{inputs}",
  },
  "study-input-missing": {
    en: "{at}: {method} needs input {input}; the inputs are {inputs}",
    zh: "{at}：方法 {method} 缺少输入 {input}；所需输入：{inputs}",
  },
  "study-list-unexpected": {
    en: "{at}: a list of analyses is given, expected one name",
    zh: "{at}：此处应为一个名称，而非列表",
  },
  "study-list-of-analyses": {
    en: "{at}: {name} is no analysis, expected analyses in a list",
    zh: "{at}：{name} 不是分析，列表中只能是分析",
  },
  "stack-units": {
    en: "{input}: {column} of {one} is in {unit} and that of {other} in {otherUnit}, expected one unit",
    zh: "{input}：{one} 的 {column} 单位为 {unit}，{other} 的为 {otherUnit}，单位应一致",
  },
  "study-recipe-unknown": {
    en: "{at}: no recipe {name}; there is {names}",
    zh: "{at}：没有合成方案 {name}；现有：{names}",
  },
  "study-indicators-unknown": {
    en: "{at}: no set of indicators {name}; there is {names}",
    zh: "{at}：没有指标集 {name}；现有：{names}",
  },
  "study-reference-without-from": {
    en: "{at}: expected a name, or from: NAME with where, roles or wide",
    zh: "{at}：应为名称，或 from: 名称（可带 where、roles、wide）",
  },
  "study-name-unknown": {
    en: "{at}: nothing is called {name}; there is {names}",
    zh: "{at}：没有名为 {name} 的数据或分析；现有：{names}",
  },
  "study-table-unknown": {
    en: "{at}: analysis {name} has no table {table}; the tables are {tables}",
    zh: "{at}：分析 {name} 没有表 {table}；可用的表：{tables}",
  },
  "study-cycle": { en: "{at}: the analyses wait for each other: {cycle}", zh: "{at}：分析之间循环依赖：{cycle}" },
  "cluster-unknown": {
    en: "no cluster {cluster}; there is {clusters}",
    zh: "没有城市群 {cluster}；现有：{clusters}",
  },
  "cluster-overlap": {
    en: "{place} is in {first} and in {second}: a place may be in one of the study's clusters only",
    zh: "{place} 同时属于 {first} 和 {second}：同一研究中一个地区只能属于一个城市群",
  },
  "place-unknown": { en: "no place has the code {code}", zh: "没有代码为 {code} 的地区" },
  "dataset-needs-one": {
    en: "datasets.{name}: expected exactly one of atlas, file and absent",
    zh: "datasets.{name}：atlas、file、absent 三者必须且只能写一个",
  },
  "dataset-absent": { en: "{name}: {reason}", zh: "{name}：{reason}" },
  "dataset-unknown": {
    en: "{at}: no dataset is called {name}; there is {names}",
    zh: "{at}：没有名为 {name} 的数据集；现有：{names}",
  },
  "dataset-behind-empty": {
    en: "{at}: {name} has nothing to work by: {reason}",
    zh: "{at}：{name} 无可用数据：{reason}",
  },
  "dataset-behind-empty-hint": {
    en: "keep the places it has: {name}: '{' …, places: all '}' (or parents, the provinces)",
    zh: "请保留其全部地区：{name}: '{' …, places: all '}'（或 parents，即所在省份）",
  },
  "dataset-cycle": {
    en: "{at}: the datasets wait for each other: {cycle}",
    zh: "{at}：数据集之间循环依赖：{cycle}",
  },
  "column-needed": {
    en: "{at}: which column of {name}? there are {columns}",
    zh: "{at}：未指明 {name} 的列；现有：{columns}",
  },
  "years-needed": {
    en: "{at}: {name} has no years, expected a column of them; the columns are {columns}",
    zh: "{at}：{name} 没有年份列；现有列：{columns}",
  },
  "years-needed-hint": { en: "name it: roles: '{' year: COLUMN '}'", zh: "请指明：roles: '{' year: 列名 '}'" },
  // places at one edition of the codes
  "edition-no-codes": {
    en: "{at}: there is no dated table of codes to follow places by",
    zh: "{at}：没有可据以追踪地区的区划代码变更表",
  },
  "edition-no-places": {
    en: "{at}: {name} has no column of places, expected one; the columns are {columns}",
    zh: "{at}：{name} 没有地区列；现有列：{columns}",
  },
  "edition-no-years": {
    en: "{at}: {name} has no years, expected the year of its codes: edition: '{' to: {to}, from: YEAR '}'",
    zh: "{at}：{name} 没有年份，请写明其代码所属年份：edition: '{' to: {to}, from: 年份 '}'",
  },
  "edition-account": {
    en: "{name}: codes brought to the end of {to}: {rows} rows = {kept} kept + {recoded} under a new code + {summed} added up with others + {listed} left out{unlisted, plural, =0 {} other { + # of codes that no table knows, kept ({codes})}}",
    zh: "{name}：地区代码统一到 {to} 年末：{rows} 行 = 原样 {kept} + 换码 {recoded} + 合并相加 {summed} + 不计入 {listed}{unlisted, plural, =0 {} other { + 代码表未收录而原样保留 #（{codes}）}}",
  },
  "edition-entry": { en: "{name}: {text} [{years}]", zh: "{name}：{text}［{years}］" },
  "additive-without-use": {
    en: "{at}: says which columns add up, but nothing is put together here: expected edition or sections beside it",
    zh: "{at}：指明了可加列，但此处没有合并：应与 edition 或 sections 一同使用",
  },
  // industries on common sections
  "sections-no-lists": {
    en: "{at}: there is no table of classifications to cross industries by",
    zh: "{at}：没有可据以对照的行业分类表",
  },
  "sections-no-industries": {
    en: "{at}: {name} has no column of industries, expected one; the columns are {columns}",
    zh: "{at}：{name} 没有行业列；现有列：{columns}",
  },
  "sections-list-unsaid": {
    en: "{at} is missing, expected the list or classification that the industries of {name} are of, such as gbt-4754-2017",
    zh: "{at} 缺失，应写明 {name} 的行业所属的行业表或分类，如 gbt-4754-2017",
  },
  "sections-without-own": {
    en: "{at}: {list}, which the industries are of, is not among {lists}",
    zh: "{at}：{lists} 中没有本数据集所用的 {list}",
  },
  "sections-nothing-adds": {
    en: "{at} is missing, expected the columns of {name} that add up over industries",
    zh: "{at} 缺失，应写明 {name} 中可按行业相加的列",
  },
  "section-told": { en: "section {id} ({name}): {parts}", zh: "门类 {id}（{name}）：{parts}" },
  "section-left-out": {
    en: "{name}: {why}: left out ({sums})",
    zh: "{name}：{why}，未计入（{sums}）",
  },
  "section-overlap": {
    en: "{name}: {note} Counted in section {in}, though it belongs to {known, select, yes {{to}} other {none of these sections}}.",
    zh: "{name}：{note}计入门类 {in}，本应{known, select, yes {属于 {to}} other {不在这些门类之中}}。",
  },
  "places-nested": {
    en: "{name}: {places, plural, one {# place stands beside the one that it is part of} other {# places stand beside those that they are part of}} ({list}{more, plural, =0 {} other { and # more}}): an analysis of all rows counts them twice",
    zh: "{name}：{list}{more, plural, =0 {} other {等（另有 # 个）}}与其下辖的 {places} 个地区并列：直接分析全部各行会重复计算",
  },
  "places-nested-hint": {
    en: "keep one level: by a cluster of the study, by where, or by leave: '{' rows: [...] '}' in the layout of a page",
    zh: "请只保留一级：在研究中写 cluster，或用 where 筛选；年鉴页可在 layout 中写 leave: '{' rows: [...] '}'",
  },
  // prices
  "prices-twice": {
    en: "{at}: {column} is named twice, expected one entry for each column (and one without of)",
    zh: "{at}：{column} 重复，每列只能有一项（不写 of 的也只能有一项）",
  },
  "prices-unsaid": {
    en: "{name}: nobody says in which prices the money of several years is ({columns})",
    zh: "{name}：{columns} 有多个年份，但未说明价格口径",
  },
  "prices-unsaid-hint": {
    en: "in the dataset write prices: current, or prices: '{' basis: constant, base: YEAR '}'; of all datasets, at the top of the study, prices: '{' basis: current '}'",
    zh: "请在该数据集中写 prices: current，或 prices: '{' basis: constant, base: 年份 '}'；各数据集相同的，可在研究文件顶层写 prices: '{' basis: current '}'",
  },
  "prices-told": { en: "{columns}: {prices}", zh: "{columns}：{prices}" },
  "no-money": {
    en: "{at}: no column of {name} is money at current prices ({money})",
    zh: "{at}：{name} 没有以当年价计的金额列（{money}）",
  },
  "no-money-hint": {
    en: "give columns of money their unit: units: '{' COLUMN: 100 million yuan '}'",
    zh: "请写明金额列的单位：units: '{' 列名: 亿元 '}'",
  },
  "total-by-place": {
    en: "{at}: {name} has figures by place, expected one total a year",
    zh: "{at}：{name} 为分地区数据，应为每年一个合计",
  },
  "total-by-place-hint": {
    en: "add places up in a dataset of its own: cube: '{' by: [year], sum: '{' COLUMN: 2 '}' '}'",
    zh: "请另设一个数据集求和：cube: '{' by: [year], sum: '{' 列名: 2 '}' '}'",
  },
  deflated: {
    en: "{columns}: current prices turned into those of {base} by {by} ({index}: an index of {measures, select, volume {volume} other {prices}}, {kind, select, fixed {on a fixed year} other {against the previous year, chained}})",
    zh: "{columns}：按{by}由当年价换算为 {base} 年价格（{index}：{measures, select, volume {物量} other {价格}}指数，{kind, select, fixed {定基} other {上年为基期，逐年连乘}}）",
  },
  "made-relative": {
    en: "{columns}: relative to {by} ({total}) of the same year, at its size of {base}; growth is growth beside the total, inflation and common growth left out",
    zh: "{columns}：相对于同年的{by}（{total}），按其 {base} 年规模；增长为相对于总量的增长，共同的通胀和增长已剔除",
  },
  converted: {
    en: "{columns}: turned into {to} at {kind, select, ppp {purchasing power parities} other {exchange rates}}, by {by} ({rate})",
    zh: "{columns}：按{kind, select, ppp {购买力平价} other {汇率}}折算为 {to}，据{by}（{rate}）",
  },
  "figure-behind-missing": {
    en: "{name}: {by} has no figure{place} for {years}, or none of the base year: left empty",
    zh: "{name}：{by} 没有{place}{years} 年（或基年）的数据，留空",
  },
  "prices-mixed": {
    en: "expr: column {column}: {one} and {other} are put together: in which prices the result is, nobody knows",
    zh: "expr：第 {column} 列：{one}与{other}混用，结果的价格口径无法判断",
  },
  "datasets-share-no-places": {
    en: "{one} and {other} have no place in common ({a}, {b}): are they coded alike?",
    zh: "{one} 与 {other} 没有共同的地区（{a}、{b}）：两者的地区编码是否一致？",
  },
  "flag-unknown": {
    en: "{name}: no figure carries the flag {flag}; the flags are {flags}",
    zh: "{name}：没有数据带有标记 {flag}；现有标记：{flags}",
  },
  "unit-against-header": {
    en: "column {column}: declared in {declared}, while its name says {header}; the figures are taken in {declared}",
    zh: "列 {column}：声明的单位是 {declared}，列名所写为 {header}；数据按 {declared} 处理",
  },
  "unit-unknown": {
    en: "column {column}: {unit} is no known unit and is taken as a thing counted or as none",
    zh: "列 {column}：不认识单位 {unit}，按计数的事物或无单位处理",
  },
  "year-without-figures": {
    en: "{name}: no indicator has a figure for {years}",
    zh: "{name}：{years} 年所有指标均无数据",
  },
  "indicator-without-year": {
    en: "{name}: no place has a figure for {list}{more, plural, =0 {} other { and # more indicators}}; an index of such a year rests on the other indicators",
    zh: "{name}：{list}{more, plural, =0 {} other {等（另有 # 项指标）}} 年各地均无数据，当年的综合结果仅依据其余指标",
  },
  "where-no-row": {
    en: "{at}: no row has {value}; there is {values}",
    zh: "{at}：没有值为 {value} 的数据行；现有：{values}",
  },
  "dataset-no-rows": {
    en: "{name} has no rows left after its where",
    zh: "{name} 经 where 筛选后没有数据行",
  },
  "indicator-id-taken": {
    en: "indicator {id} stands here twice, or bears a name that the table needs (place, year, cluster, parent, lon, lat)",
    zh: "指标 {id} 在此重复，或与表中保留的列名（place、year、cluster、parent、lon、lat）相同",
  },
  "indicators-need-year": {
    en: "{name}: the data have years ({years}): say year: for a cross-section or years: for a panel",
    zh: "{name}：数据分年份（{years}）：截面请写 year:，面板请写 years:",
  },
  "places-unknown": {
    en: "{at}: no cluster {cluster}; expected cluster, parents, all or the id of a cluster",
    zh: "{at}：没有城市群 {cluster}；应为 cluster、parents、all 或某个城市群的编号",
  },
  "name-shared": {
    en: "{at}: {name} is the name of a dataset or a set of indicators too",
    zh: "{at}：{name} 与数据集或指标集同名",
  },
  "map-approval": {
    en: "map: {file} spans {wide} degrees of longitude of China, expected the number under which this map was approved (map.approval), or the part of it that the study is about",
    zh: "地图：{file} 覆盖中国 {wide} 个经度，须给出审图号（map.approval），或只提供研究所涉部分",
  },
  "map-degrees": {
    en: "map: {file} is not in degrees of longitude and latitude, expected WGS 84 (a shapefile with its .prj is converted)",
    zh: "地图：{file} 的坐标不是经纬度，应为 WGS 84（带 .prj 的 shapefile 会自动换算）",
  },
  "map-no-outlines": {
    en: "map: {file} has no outline with a code under {place}, expected polygons",
    zh: "地图：{file} 中没有带 {place} 代码的轮廓，应为多边形",
  },
  "map-place-unknown": {
    en: "map: {file} has no property {place}; its properties are {columns}",
    zh: "地图：{file} 没有属性 {place}；现有属性为 {columns}",
  },
  "map-without": {
    en: "map: {file} has no outline for {places}: pictures in which they stand show points instead",
    zh: "地图：{file} 缺少 {places} 的轮廓：含这些地区的图改以点表示",
  },
  "evidence-unknown": {
    en: "{at}: no evidence is called {name}",
    zh: "{at}：evidence 中没有名为 {name} 的条目",
  },
  "evidence-no-indicator": {
    en: "{at}: no indicator is called {name}",
    zh: "{at}：没有名为 {name} 的指标",
  },
  "evidence-no-place": {
    en: "{at}: no place has the code {name}",
    zh: "{at}：没有代码为 {name} 的地区",
  },
  "evidence-no-analysis": {
    en: "{at}: no analysis is called {name}",
    zh: "{at}：没有名为 {name} 的分析",
  },
  "report-name-unknown": {
    en: "{at}: nothing to show is called {name}; there is {names}",
    zh: "{at}：没有名为 {name} 的可展示内容；现有：{names}",
  },
  "exhibit-without-parts": {
    en: "{at}: {name} is shown whole and has no part {part}: only analyses have views and tables",
    zh: "{at}：{name} 只能整体展示，没有 {part} 部分：只有分析才有图与表",
  },
  "exhibit-part-unknown": {
    en: "analysis {name} has nothing called {part} to show; its views are {views}, its tables {tables}",
    zh: "分析 {name} 没有名为 {part} 的图或表；图：{views}；表：{tables}",
  },
  "dataset-no-places": {
    en: "{name} has no rows for the places of this study",
    zh: "{name} 中没有本研究所涉地区的数据",
  },
  "needs-lacking": { en: "needs {name}, which was refused: {why}", zh: "所依赖的 {name} 未能计算：{why}" },
  "column-unknown": {
    en: "{at}: no column {column}; the columns are {columns}",
    zh: "{at}：没有列 {column}；现有列：{columns}",
  },
  "indicators-empty": {
    en: "no indicator of {name} has a figure: {reasons}",
    zh: "指标集 {name} 没有任何数据：{reasons}",
  },
  "indicators-empty-yearless": {
    en: "{dataset} has no column of years, and {columns} is asked for by year (lag, at)",
    zh: "{dataset} 没有年份列，而 {columns} 须按年份取值（lag、at）",
  },
  "indicators-empty-years": {
    en: "{dataset} has figures of {has}, none of {asked}",
    zh: "{dataset} 的数据年份为 {has}，没有 {asked}",
  },
  "indicators-empty-lag": {
    en: "{dataset} has figures of {has}, none of the other years that {columns} is asked for (lag, at)",
    zh: "{dataset} 的数据年份为 {has}，没有 {columns} 所引用的其他年份（lag、at）",
  },
  "indicators-empty-gaps": {
    en: "every figure of {columns} in {dataset} is missing for these places and years",
    zh: "{dataset} 的 {columns} 在这些地区和年份全部缺失",
  },
  "indicators-empty-hint": {
    en: "write year: or years: of {name} as its data have them, name the column of years under roles of the dataset, or fill in the figures",
    zh: "请按数据的年份写 {name} 的 year: 或 years:，或在该数据集的 roles 中写明年份列，或补齐数据",
  },
  "explain-no-headline": {
    en: "no headline number {name}; there are {names}",
    zh: "没有主要结果 {name}；现有：{names}",
  },
  "explain-row-hint": {
    en: "{name} is a column of a table: name its row too, by its key",
    zh: "{name} 是表中的列：请同时按主键指明所在行",
  },
  "explain-no-table": { en: "no table {name}; there are {names}", zh: "没有表 {name}；现有：{names}" },
  "explain-row-needed": {
    en: "which row of table {table}? its key is {columns}",
    zh: "未指明表 {table} 中的行；其主键为 {columns}",
  },
  "explain-no-row": {
    en: "table {table} has no row {key}; its key is {columns}",
    zh: "表 {table} 中没有 {key} 这一行；其主键为 {columns}",
  },
  "explain-name-unsure": {
    en: "{key} is not one place of table {table} by its exact name; it may be {found}",
    zh: "{key} 不是表 {table} 中某一地区的准确名称；可能是 {found}",
  },
  "weights-unused": {
    en: "recipe {recipe} weighs by {method}: the weights beside {names} in {set} are not used",
    zh: "合成方案 {recipe} 以 {method} 赋权：{set} 中为 {names} 所写的权重未被采用",
  },
  "weights-unused-hint": {
    en: "write weigh: given to use them, or leave them out",
    zh: "如要采用，请写 weigh: given；否则请删去这些权重",
  },
  "explain-rows-hint": { en: "the first rows are {rows}", zh: "前几行为 {rows}" },
} as const satisfies Record<string, { en: string; zh: string }>;
