import { expect, test } from "vitest";
import { shortName, shortNames, tightName } from "./place-names.ts";

test.each([
  ["唐山市", "唐山"],
  ["河北省", "河北"],
  ["广西壮族自治区", "广西"],
  ["新疆维吾尔自治区", "新疆"],
  ["内蒙古自治区", "内蒙古"],
  ["香港特别行政区", "香港"],
  ["恩施土家族苗族自治州", "恩施"],
  ["西双版纳傣族自治州", "西双版纳"],
  ["凉山彝族自治州", "凉山"],
  ["沙市", "沙市"],
])("%s is called %s", (long, short) => {
  expect(shortName({ en: "", zh: long }, "zh")).toBe(short);
});

test("two of one name take their province", () => {
  const places = {
    a: { name: { en: "Suzhou", zh: "苏州市" }, parent: { en: "Jiangsu", zh: "江苏省" } },
    b: { name: { en: "Suzhou", zh: "宿州市" }, parent: { en: "Anhui", zh: "安徽省" } },
    c: { name: { en: "Wuxi", zh: "无锡市" }, parent: { en: "Jiangsu", zh: "江苏省" } },
  };
  expect([...shortNames(places, "en").values()]).toEqual(["Suzhou (Jiangsu)", "Suzhou (Anhui)", "Wuxi"]);
  expect([...shortNames(places, "zh").values()]).toEqual(["苏州", "宿州", "无锡"]);
});

test("tight rows shorten the province", () => {
  expect(tightName("Taizhou (Jiangsu)")).toBe("Taizhou, Js");
  expect(tightName("Springfield (Illinois)")).toBe("Springfield (Illinois)");
});
