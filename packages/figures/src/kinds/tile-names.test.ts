import { expect, test } from "vitest";
import { tileNames } from "./tile-names.ts";

const named = (...names: string[]) => new Map(names.map((name) => [name, name]));

test("names in one size: 12 where all fit, else smaller, and cut to six letters or three Han", () => {
  expect(tileNames(named("Wuxi", "Hefei"), 45).size).toBe(12);
  const { size, written } = tileNames(named("Wuxi", "Lianyungang", "Taizhou (Jiangsu)"), 45);
  expect(size).toBe(10.4);
  expect([...written.values()]).toEqual(["Wuxi", "Lianyu", "TaizJs"]);
  expect([...tileNames(named("呼和浩特市区"), 45).written.values()]).toEqual(["呼和浩"]);
});

test("names that begin alike keep what tells them apart", () => {
  const { written } = tileNames(named("Zhangjiakou", "Zhangjiajie"), 40);
  expect([...written.values()]).toEqual(["Zhangk", "Zhangj"]);
});

test("a tile without room for a name has none, not its first three letters", () => {
  expect(tileNames(named("Beijing", "Wuxi"), 23).written.size).toBe(0);
  expect([...tileNames(named("北京", "石家庄"), 23).written.values()]).toEqual(["北京"]);
});
