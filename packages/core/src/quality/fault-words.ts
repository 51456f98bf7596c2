import type { Text } from "../language/text.ts";

/** What each kind of fault says and how to go on: `{what}` is a place and year, `{measure}` a column or industry. */
export const faultWords = {
  "duplicate-key": {
    severity: "problem",
    text: {
      en: "{key} stands in {rows, plural, other {# rows}} ({lines}), {alike, select, yes {all alike} other {with different figures}}",
      zh: "{key} 出现 {rows} 次（第 {lines} 行），{alike, select, yes {各行相同} other {数值不同}}",
    },
    hint: { en: "keep one row, or add the column that tells them apart", zh: "请只保留一行，或补充可区分它们的列" },
  },
  "unknown-code": {
    severity: "problem",
    text: {
      en: "{code} is in no list of codes, {known} of the {all} others in {column} are",
      zh: "代码 {code} 不在任何代码表中；列 {column} 的其余 {all} 个代码有 {known} 个可识别",
    },
    hint: { en: "{near}", zh: "{near}" },
  },
  "impossible-value": {
    severity: "problem",
    text: {
      en: "{what}: {measure} is {value}, expected at least 0",
      zh: "{what}：{measure}为 {value}，不应为负",
    },
    hint: {
      en: "look it up in the source; a code for missing (-9, -99) must become an empty cell",
      zh: "请核对原始资料；表示缺失的代码（-9、-99）应改为空单元格",
    },
  },
  "impossible-value-all": {
    severity: "problem",
    text: {
      en: "{measure}: {value} stands {count, plural, one {once} other {# times}}, expected at least 0: a suspicious sentinel, as all else lies from {low} to {high}",
      zh: "{measure}：{value} 出现 {count} 次，不应为负：疑为缺失代码，其余数值在 {low} 至 {high} 之间",
    },
    hint: {
      en: "if it stands for missing, leave the cell empty; it is computed with until then",
      zh: "如表示缺失请改为空单元格；更正前仍按数值处理",
    },
  },
  sentinel: {
    severity: "note",
    text: {
      en: "{measure}: {value} stands {count, plural, one {once} other {# times}}: a suspicious sentinel, as all else lies from {low} to {high}",
      zh: "{measure}：{value} 出现 {count} 次：疑为缺失代码，其余数值在 {low} 至 {high} 之间",
    },
    hint: {
      en: "if it stands for missing, leave the cell empty; it is computed with until then",
      zh: "如表示缺失请改为空单元格；更正前仍按数值处理",
    },
  },
  "page-total-off": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {found}, expected {expected}, the sum of {parts} parts ({from} to {to}); {off} apart, rounding leaves {rounding} at most",
      zh: "{what}：{measure}为 {found}，应为 {parts} 项（{from} 至 {to}）之和 {expected}；相差 {off}，四舍五入至多相差 {rounding}",
    },
    hint: {
      en: "look up the total and its parts in the source: one of them is wrong, or the scopes differ",
      zh: "请核对原表的合计与各项：其一有误，或口径不一",
    },
  },
  "page-total-off-all": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {found}, and the {parts} rows beside it ({from} to {to}) add up to {expected}; so it is in most of its {figures} figures",
      zh: "{what}：{measure}为 {found}，而同表 {parts} 行（{from} 至 {to}）之和为 {expected}；该合计的 {figures} 个数值多半如此",
    },
    hint: {
      en: "the total is of more or fewer than the rows of the page: say so where you use it",
      zh: "该合计的范围与表中各行不一致，使用时请注明",
    },
  },
  "page-total-over": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {found}, less than its parts ({from} to {to}) already add up to, {expected}, with {missing, plural, one {# part} other {# parts}} missing",
      zh: "{what}：{measure}为 {found}，小于已有各项（{from} 至 {to}）之和 {expected}，且尚缺 {missing} 项",
    },
    hint: {
      en: "look up the total and its parts in the source: one of them is wrong, or the scopes differ",
      zh: "请核对原表的合计与各项：其一有误，或口径不一",
    },
  },
  "impossible-year": {
    severity: "problem",
    text: { en: "{value} is no year", zh: "{value} 不是年份" },
    hint: { en: "mend the cell", zh: "请更正该单元格" },
  },
  "part-over-whole": {
    severity: "problem",
    text: {
      en: "{what}: {part} is {value}, more than {whole} {total}",
      zh: "{what}：{part}为 {value}，超过{whole} {total}",
    },
    hint: { en: "one of the two is wrong: look both up", zh: "两者必有一误，请核对" },
  },
  "sum-off": {
    severity: "note",
    text: {
      en: "{what}: {whole} is {value}, its parts ({parts}) add up to {sum}, {off} apart; elsewhere they agree ({held} of {of})",
      zh: "{what}：{whole}为 {value}，各部分（{parts}）之和为 {sum}，相差 {off}；其余多数相符（{held}/{of}）",
    },
    hint: {
      en: "look up the total and its parts; a scope may have changed",
      zh: "请核对合计与各部分，统计口径可能有变",
    },
  },
  "share-off": {
    severity: "note",
    text: {
      en: "{what}: {parts} add up to {sum}, expected {whole}; elsewhere they do ({held} of {of})",
      zh: "{what}：{parts}之和为 {sum}，应为 {whole}；其余多数相符（{held}/{of}）",
    },
    hint: { en: "look the shares up in the source", zh: "请核对各项比重" },
  },
  "unit-slip": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {ratio} times {beside}, usual {usual}",
      zh: "{what}：{measure}是{beside}的 {ratio} 倍，通常为 {usual} 倍",
    },
    hint: {
      en: "it may be in {asIf} and not in {unit}: look it up, then mend the cell or the unit",
      zh: "单位可能是{asIf}而非{unit}：请核对后更正数值或单位",
    },
  },
  "unit-slip-all": {
    severity: "note",
    text: {
      en: "{measure}, {year}: {count} of {all} places {count, plural, one {is} other {are}} {ratio} times {beside}",
      zh: "{measure}，{year} 年：{all} 个地区中有 {count} 个是{beside}的约 {ratio} 倍",
    },
    hint: {
      en: "the year may be in {asIf} and not in {unit}: look it up, then mend the figures or the unit",
      zh: "该年的单位可能是{asIf}而非{unit}：请核对后更正数值或单位",
    },
  },
  "unit-slip-place": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {ratio} times what its other figures lead to expect",
      zh: "{what}：{measure}约为按其他指标推断之值的 {ratio} 倍",
    },
    hint: {
      en: "it may be in {asIf} and not in {unit}: look it up, then mend the cells or the unit",
      zh: "单位可能是{asIf}而非{unit}：请核对后更正数值或单位",
    },
  },
  "swapped-rows": {
    severity: "note",
    text: {
      en: "{year}: the figures of {one} and {other} look exchanged ({count} of {all} columns fit the other's neighbouring years)",
      zh: "{year} 年：{one}与{other}的数值疑似对调（{all} 项中 {count} 项与对方相邻年份吻合）",
    },
    hint: { en: "look both rows up; exchange them if so", zh: "请核对两行，如确属对调请换回" },
  },
  "level-break": {
    severity: "note",
    text: {
      en: "{what}: {measure} changed by {change}, usual {usual}{why}",
      zh: "{what}：{measure}变动 {change}，通常为 {usual}{why}",
    },
    hint: {
      en: "a change of borders, scope or source? Say so in the flag column, or do not compare across",
      zh: "是否区划、口径或来源有变？请在标记列注明，或不作跨期比较",
    },
  },
  "level-break-all": {
    severity: "note",
    text: {
      en: "{measure}, {year}: {count} of {all} places changed together, by {change} in the middle, usual {usual}{why}",
      zh: "{measure}，{year} 年：{all} 个地区中有 {count} 个同时变动，中位数 {change}，通常为 {usual}{why}",
    },
    hint: {
      en: "a change of scope or source? Say so in the flag column, or do not compare across",
      zh: "是否口径或来源有变？请在标记列注明，或不作跨期比较",
    },
  },
  "repeated-year": {
    severity: "note",
    text: {
      en: "{what}: {count} of {all} figures {count, plural, one {is that} other {are those}} of {before}",
      zh: "{what}：{all} 项中有 {count} 项与 {before} 年完全相同",
    },
    hint: {
      en: "the year before may have been carried over: look it up, or leave it empty",
      zh: "可能沿用了上一年数值：请核对，无数据则留空",
    },
  },
  "repeated-year-all": {
    severity: "note",
    text: {
      en: "{measure}, {year}: {count} of {all} places {count, plural, one {has} other {have}} the value of {before}",
      zh: "{measure}，{year} 年：{all} 个地区中有 {count} 个与 {before} 年完全相同",
    },
    hint: {
      en: "the year before may have been carried over: look it up, or leave it empty",
      zh: "可能沿用了上一年数值：请核对，无数据则留空",
    },
  },
  "repeated-value": {
    severity: "note",
    text: {
      en: "{what}: {measure} is {value}, to the last digit that of {before}",
      zh: "{what}：{measure}为 {value}，与 {before} 年逐位相同",
    },
    hint: {
      en: "the year before may have been carried over: look it up, or leave it empty",
      zh: "可能沿用了上一年数值：请核对，无数据则留空",
    },
  },
  "same-rows": {
    severity: "note",
    text: {
      en: "{one} and {other} have the same {count, plural, one {figure} other {{count} figures}}{year, select, none {} other { in {year}}}",
      zh: "{one}与{other}{year, select, none {} other {在 {year} 年}}的 {count} 项数值完全相同",
    },
    hint: { en: "one row may have been copied: look both up", zh: "可能误将一行复制到另一行，请核对" },
  },
  "one-value": {
    severity: "note",
    text: {
      en: "{measure}: {value} stands {count} times, in {places} {places, plural, one {place} other {places}}",
      zh: "{measure}：数值 {value} 出现 {count} 次，涉及 {places} 个地区",
    },
    hint: {
      en: "a filled-in value, or a code for missing? Leave it empty if so",
      zh: "是否为填补值或缺失代码？如是请留空",
    },
  },
  "constant-column": {
    severity: "note",
    text: {
      en: "{measure} is {value} in all {count} rows",
      zh: "{measure}在全部 {count} 行中均为 {value}",
    },
    hint: { en: "it tells no places apart: leave it out of any index", zh: "该列无法区分地区，请勿用于指数" },
  },
  "digit-heaping": {
    severity: "note",
    text: {
      en: "{measure}: {share} of {count} values end in {digit}",
      zh: "{measure}：{count} 个数值中有 {share} 以 {digit} 结尾",
    },
    hint: {
      en: "many were rounded or estimated: do not read more digits than there are",
      zh: "多数数值经过取整或估计，不宜解读末位数字",
    },
  },
} as const satisfies Readonly<Record<string, { severity: "problem" | "note"; text: Text; hint: Text }>>;

/** What is told of: wordings for all places or for a place alone are of the same kind. */
export type FaultKind = Exclude<keyof typeof faultWords, `${string}-all` | `${string}-place`>;
