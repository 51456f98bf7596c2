import { expect, it } from "vitest";
import { sourcesIn } from "./source-notes.ts";

const notes = (...texts: string[]) =>
  texts.map((text, at) => ({ sheet: "2-1", row: 9 + at, address: `A${9 + at}`, text }));

it("takes what a page cites, once, and no more of the note", () => {
  expect(sourcesIn(notes("注：本表按当年价格计算。", "资料来源：国家统计局《中国统计年鉴2021》。"))).toEqual([
    { text: "国家统计局《中国统计年鉴2021》", sheet: "2-1", address: "A10" },
  ]);
  expect(sourcesIn(notes("数据来源：各市统计局； 注：2020年为初步数。"))[0]?.text).toBe("各市统计局");
  expect(sourcesIn(notes("资料来源：国家统计局。 Source: National Bureau of Statistics."))[0]?.text).toBe("国家统计局");
  expect(sourcesIn(notes("Source: ONS, Regional GVA 2021.", "Source: ONS, Regional GVA 2021."))).toHaveLength(1);
  expect(sourcesIn(notes("注：来源于抽样调查。", "资料来源："))).toEqual([]);
});
