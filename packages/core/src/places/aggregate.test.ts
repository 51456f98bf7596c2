import { describe, expect, it } from "vitest";
import { atlasTable } from "../../test/atlas-table.ts";
import { isAggregate, isRegion, isWhole } from "./aggregate.ts";
import { placesIn } from "./dated-place.ts";
import { placeWords } from "./place-words.ts";

describe("names of sums and means over places", () => {
  it.each(["合计", "总计", "全国", "全省", "全国平均", "各市小计", "京津冀合计", "平均", "Total", "national total"])(
    "%s is over everything",
    (name) => expect([isWhole(name), isAggregate(name)]).toEqual([true, true]),
  );

  it.each([
    ..."苏南 苏北 苏中 粤东西北 粤东 皖北 浙东北 渝东南 苏南五市".split(" "),
    ..."东部 东部地区 中西部 东部沿海 东北三省 华北 西北地区 沿海地区 东翼 山区".split(" "),
    ..."珠三角 长三角地区 珠三角核心区 京津冀 京津冀城市群 长株潭城市群 武汉城市圈 长江经济带".split(" "),
    "Eastern China",
    "Pearl River Delta",
  ])("%s is over some of the places", (name) => expect([isRegion(name), isWhole(name)]).toEqual([true, false]));

  it.each("渝北 渝中 开发区 雄安新区 西安 东城 中山 南区 北部湾 三亚 Northern Region South East".split(/ (?!R|E)/))(
    "%s is none",
    (name) => expect(isAggregate(name)).toBe(false),
  );

  it("is no name of a listed place, but for short ones of cities that a list has to tell apart", () => {
    const china = placesIn(atlasTable("codes/places.csv"), "gb2260");
    expect(china.flatMap(({ names }) => names).filter(isWhole)).toEqual([]);
    expect(china.map(({ name }) => name.zh).filter(isAggregate)).toEqual([]);
    expect([...placeWords(china)].filter(isAggregate).sort()).toEqual(["晋中", "湘西", "黔东南", "黔南", "黔西南"]);
  });
});
