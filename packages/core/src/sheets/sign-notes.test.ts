import { expect, it } from "vitest";
import { signsIn } from "./sign-notes.ts";

const read = (note: string) => signsIn(note).map(({ sign, flag }) => `${sign} ${flag}`);

it("reads what yearbooks say of their signs", () => {
  expect(
    read(
      "注：“…”表示数据不足本表最小单位数；“空格”表示该项统计指标数据不详或无该项数据；“#”表示其中的主要项；“*”或“①”表示本表下有注解。",
    ),
  ).toEqual(["… below-unit", " not-available"]);
  expect(read("注：1. “-”表示无该项数据，“…”表示不足最小单位。")).toEqual(["- not-available", "… below-unit"]);
  expect(read("“—”或“…”代表缺数据")).toEqual(["— not-available", "… not-available"]);
  expect(read("「-」は該当なし、「…」は不詳")).toEqual(["- not-applicable", "… not-available"]);
  expect(read("注：① 为普查修订数；“-”为零")).toEqual(["- nil"]);
});

it("reads what English tables say of them", () => {
  expect(
    read("Note: .. = not available; - = nil; 0 = less than half the unit shown; c = confidential; x = not applicable"),
  ).toEqual([".. not-available", "- nil", "0 below-unit", "c withheld", "x not-applicable"]);
  expect(
    read(
      "“…” indicates that the figure is not large enough to be measured with the smallest unit in the table. (blank space) indicates that data are not available",
    ),
  ).toEqual(["… below-unit", " not-available"]);
  expect(read("... = below half the unit")).toEqual(["... below-unit"]);
});

it("takes no other words for a sign's meaning", () => {
  for (const note of [
    "2015=100；GDP = gross domestic product",
    "注：本表2010年为普查数，2015年为推算数。",
    "资料来源：国家统计局：无数据",
    "注：2018年起口径不同：不含保密单位",
    "注：(1) 为初步数。缺西藏数据：0",
  ]) {
    expect(read(note)).toEqual([]);
  }
});
