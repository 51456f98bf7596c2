import { type RegisterColumn, registerColumns } from "./cells.ts";

/** How Chinese registers head their columns; words for levels and mechanisms are codes, which only the author can give. */
const chineseHeads: readonly (readonly [RegisterColumn, RegExp])[] = [
  ["id", /^(编号|序号|政策编号|政策代码)$/],
  ["title_zh", /^(政策名称|政策|文件名称|文件标题|政策标题|名称|标题)$/],
  ["announced", /^(发布|公布|印发|成文|颁布)(日期|时间|年份)$/],
  ["in_force", /^(实施|施行|生效|执行)(日期|时间|年份)$/],
  ["ended", /^(废止|失效|终止|截止)(日期|时间|年份)$/],
  ["reach", /^(适用|覆盖|涉及|实施)(地区|范围|区域|城市)$/],
  ["issuer", /^(发文|发布|颁布|制定)(机关|机构|单位|部门)$/],
  ["source", /^(来源|资料来源|出处)$/],
  ["note", /^备注$/],
];

const dates: readonly RegisterColumn[] = ["announced", "in_force", "ended", "date"];
const acts: readonly RegisterColumn[] = ["reach", "issuer", "instrument", "mechanism", "rung"];

/** Which column of a file is which of a register's, if its heads are those of one: an id, a title, a date, and whom it binds or who made it. */
export function registerHeads(heads: readonly string[]): Readonly<Record<string, string>> | undefined {
  const found = new Map<RegisterColumn, string>();
  for (const head of heads) {
    const name = head.replace(/^\uFEFF/, "").trim();
    const column =
      registerColumns.find((each) => each === name) ?? chineseHeads.find(([, pattern]) => pattern.test(name))?.[0];
    if (column !== undefined && !found.has(column)) found.set(column, name);
  }
  const has = (columns: readonly RegisterColumn[]) => columns.some((each) => found.has(each));
  if (!found.has("id") || !has(["title_en", "title_zh"]) || !has(dates) || !has(acts)) return undefined;
  return Object.fromEntries(found);
}
