import { expect, it } from "vitest";
import { registerHeads } from "./register-heads.ts";

it("knows a register by its heads, in either language", () => {
  expect(registerHeads(["id", "title_en", "announced", "reach", "remark"])).toEqual({
    id: "id",
    title_en: "title_en",
    announced: "announced",
    reach: "reach",
  });
  expect(registerHeads(["编号", "政策名称", "发布日期", "实施日期", "适用地区", "发文机关", "层级"])).toEqual({
    id: "编号",
    title_zh: "政策名称",
    announced: "发布日期",
    in_force: "实施日期",
    reach: "适用地区",
    issuer: "发文机关",
  });
});

it("takes no table of figures for one", () => {
  expect(registerHeads(["id", "name", "date", "gdp"])).toBeUndefined();
  expect(registerHeads(["编号", "地区", "年份", "备注"])).toBeUndefined();
  expect(registerHeads(["id", "title_en", "source", "note"])).toBeUndefined(); // a list of literature: no date, no reach
});
