import { expect, it } from "vitest";
import { labels } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { codesByName, givesNames, nearCode } from "./near-code.ts";

const names: Readonly<Record<string, Text>> = {
  "320100": { zh: "南京市", en: "Nanjing" },
  "320900": { zh: "盐城市", en: "Yancheng" },
  "321000": { zh: "扬州市", en: "Yangzhou" },
  "321200": { zh: "泰州市", en: "Taizhou" },
  "331000": { zh: "台州市", en: "Taizhou" },
};
const nameOf = (code: string) => names[code];
const list = new Set(Object.keys(names));
const asked = { list, used: new Set<string>(), words: [], hasNames: false, nameOf };
const near = (more: Partial<Parameters<typeof nearCode>[0]> & { code: string }) => {
  const all = { ...asked, ...more };
  return nearCode({ byName: codesByName(all.list, all.nameOf), ...all })?.en;
};

it("takes the code of the name that stands beside it, however far the digits are", () => {
  expect(near({ code: "321900", words: ["泰州"], hasNames: true })).toBe("did you mean 321200 (Taizhou)?");
  // Taizhou in English is two cities: the one of the province is meant
  expect(near({ code: "331900", words: ["Taizhou"], hasNames: true })).toBe("did you mean 331000 (Taizhou)?");
});

it("does not choose between two of one name in the province", () => {
  const twins = new Map(["320106", "320302"].map((code) => [code, { zh: "鼓楼区", en: "Gulou" }]));
  const beside = {
    words: ["鼓楼区"],
    hasNames: true,
    list: new Set(twins.keys()),
    nameOf: (code: string) => twins.get(code),
  };
  expect(near({ code: "320309", ...beside })).toBeUndefined();
});

it("does not guess against the name", () => {
  expect(near({ code: "321900", words: ["某开发区"], hasNames: true })).toBeUndefined();
});

it("without names takes one slip within the province, and nothing where two codes are as near or the code is there already", () => {
  expect(near({ code: "320199" })).toBeUndefined();
  expect(near({ code: "320101" })).toBe("did you mean 320100?");
  expect(near({ code: "302100" })).toBeUndefined();
  expect(near({ code: "321900", used: new Set(["321000", "321200"]) })).toBe("did you mean 320900?");
  expect(near({ code: "321900" })).toBeUndefined();
  expect(near({ code: "321900", used: list })).toBeUndefined();
  expect(near({ code: "32O1OO" })).toBe("did you mean 320100?");
});

it("a column of names names most of the known codes", () => {
  const codes = ["320100", "320900", "321900"];
  expect(givesNames(labels("name", ["南京", "盐城", "x"]), codes, nameOf)).toBe(true);
  expect(givesNames(labels("group", ["苏南", "苏北", "苏中"]), codes, nameOf)).toBe(false);
});
