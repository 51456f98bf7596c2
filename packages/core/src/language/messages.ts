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
  // options
  "option-unknown": {
    en: "{method}: no option {option}; the options are {options}",
    zh: "{method}：没有选项 {option}；可用选项：{options}",
  },
  "option-invalid": {
    en: "{method}: option {option} is {value}: {reason}",
    zh: "{method}：选项 {option} 的取值 {value} 不符合要求：{reason}",
  },
  "method-unknown": {
    en: "no method {id}",
    zh: "没有方法 {id}",
  },
  "did-you-mean": { en: "did you mean {suggestion}?", zh: "是否想写 {suggestion}？" },
} as const satisfies Record<string, { en: string; zh: string }>;
