import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { conurb, folderWith } from "./conurb.ts";

const register = `id,title_en,announced,reach,issuer,level,section
p1,Plan of the capital region,2015-04-30,110000;120000;130000,State Council,strategic-plan,
p2,Plan of the delta,2016-05,310000,State Council,sky,2.3
p3,Pact of two cities,20177,110000,Two cities,,17
`;
const chinese = `编号,政策名称,发布日期,实施日期,适用地区,发文机关
p1,京津冀协同发展规划纲要,2015-04-30,2015-04-30,110000;120000;130000,中共中央
`;

describe("import of a register of policies", () => {
  it("knows it by its columns, reads it as a study does, and declares it", async () => {
    const folder = folderWith({ "policies.csv": chinese });
    const { code, out, err } = await conurb(["import", "policies.csv", "--lang", "zh"], { cwd: folder });
    expect(code, err).toBe(0);
    expect(err).toContain("依据列名，policies.csv 是政策库");
    expect(err).toContain("共 1 项：1 项有日期");
    const { datasets } = parse(out);
    expect(datasets.policies).toMatchObject({
      file: "policies.csv",
      kind: "register",
      roles: { id: "编号", title_zh: "政策名称", announced: "发布日期", reach: "适用地区" },
    });
  });

  it("tells every fault of its entries, where it was taken for a page with heads of four rows", async () => {
    const folder = folderWith({ "policies.csv": register });
    const { code, out } = await conurb(["import", "policies.csv", "--json"], { cwd: folder });
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(told.account).toMatchObject({ entries: 3, dated: 2 });
    expect(told.problems.map((problem: { place: object }) => problem.place)).toEqual([
      { file: "policies.csv", row: 3, column: "level" },
      { file: "policies.csv", row: 4, column: "announced" },
    ]);
  });
});

describe("import of a table that calls its places by names", () => {
  it("lists the names that several places bear, to be confirmed", async () => {
    const folder = folderWith({ "gdp.csv": "地区,年份,GDP(亿元)\n北京,2018,1\n朝阳,2018,2\n通州,2018,3\n" });
    const { code, out, err } = await conurb(["import", "gdp.csv", "--lang", "zh"], { cwd: folder });
    expect(code, err).toBe(0);
    expect(err).toContain("“朝阳”可指多个地区");
    expect(out).toMatch(/#\s+朝阳: {2}# 110105 北京市朝阳区; 211300 辽宁省朝阳市; 220104 长春市朝阳区/);
    expect(out).toMatch(/#\s+通州: {2}# 110112/);
  });

  it("writes the prefecture first among prefectures, and asks nothing of a former one in its own years", async () => {
    const rows = ["大连,2009,1", "朝阳,2009,2", "莱芜,2009,3", "巢湖,2009,4", "合肥,2015,5", "巢湖,2015,6"];
    const folder = folderWith({ "gdp.csv": `地区,年份,GDP(亿元)\n${rows.join("\n")}\n` });
    const { code, out, err } = await conurb(["import", "gdp.csv", "--lang", "zh"], { cwd: folder });
    expect(code, err).toBe(0);
    expect(err).toContain("地区：5 个名称中有 3 个可确认");
    expect(out).toMatch(/^# +朝阳: "211300" {2}# 辽宁省朝阳市; 110105 北京市朝阳区; 220104 长春市朝阳区$/m);
    expect(out).toMatch(/^# +巢湖: "340181" {2}# 合肥市巢湖市$/m);
    expect(out).not.toContain("莱芜:");
  });

  it("asks whether a listed place is meant where one sign differs, and calls a sum a sum", async () => {
    const rows = ["全省,2018,9", "苏南,2018,5", "南京,2018,1", "无锡,2018,2", "苏洲,2018,3", "鎮江,2018,4"];
    const folder = folderWith({ "gdp.csv": `地区,年份,GDP(亿元)\n${rows.join("\n")}\n` });
    const { code, out, err } = await conurb(["import", "gdp.csv", "--lang", "zh"], { cwd: folder });
    expect(code, err).toBe(0);
    expect(err).toContain("地区表中没有“苏洲”；是否指江苏省苏州市（320500）？仅一字之差");
    expect(err).toContain("“全省、苏南”是合计或平均，不是地区");
    expect(out).toMatch(/^# +苏洲: "320500" {2}# 是否指江苏省苏州市？仅一字之差$/m);
    expect(out).toMatch(/^# +鎮江: "321100" {2}# 江苏省镇江市$/m);
    expect(out).not.toMatch(/^#.*(苏南|全省)/m);
  });
});
