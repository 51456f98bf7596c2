import type { Text } from "../language/text.ts";
import type { RegisterColumn } from "./cells.ts";

/** What the columns of a register are called. */
export const titles: Readonly<Record<RegisterColumn, Text>> = {
  id: { en: "entry", zh: "编号" },
  level: { en: "level (code)", zh: "层次（代码）" },
  title_en: { en: "title", zh: "名称（英文）" },
  title_zh: { en: "title (Chinese)", zh: "名称" },
  issuer: { en: "issuer", zh: "发布机构" },
  issuer_level: { en: "level of the issuer (code)", zh: "发布层级（代码）" },
  reach: { en: "reach", zh: "适用范围" },
  announced: { en: "announced", zh: "公布" },
  in_force: { en: "in force", zh: "生效" },
  ended: { en: "ended", zh: "终止" },
  date: { en: "date", zh: "日期" },
  precision: { en: "precision of the date", zh: "日期精度" },
  objective: { en: "objective", zh: "目标" },
  sector: { en: "sector", zh: "领域" },
  instrument: { en: "instrument (code)", zh: "政策工具（代码）" },
  rung: { en: "rung of the pyramid (code)", zh: "政策金字塔层级（代码）" },
  mechanism: { en: "coordination mechanism (code)", zh: "协调机制（代码）" },
  kind: { en: "kind", zh: "类别" },
  amount: { en: "amount", zh: "金额" },
  amount_unit: { en: "unit of the amount", zh: "金额单位" },
  status: { en: "fulfilment (code)", zh: "兑现情况（代码）" },
  evidence: { en: "evidence", zh: "依据" },
  source: { en: "source", zh: "资料来源" },
  section: { en: "section", zh: "章节" },
  note: { en: "note", zh: "备注" },
  coder: { en: "coded by", zh: "编码人" },
  coding_rule: { en: "coding rule", zh: "编码规则" },
};
