import { describe, expect, it } from "vitest";
import { atlasTable } from "../../test/atlas-table.ts";
import { placeProblems, proposedList } from "./confirm-list.ts";
import { placesIn } from "./dated-place.ts";
import { matchPlaces } from "./match-places.ts";

const china = placesIn(atlasTable("codes/places.csv"), "gb2260");
const one = (value: string, options = {}) => matchPlaces([value], china, options).matches[0]!;

describe("codes", () => {
  it.each([
    ["130600", "code", "130600"],
    ["1306", "short-code", "130600"],
    ["13", "short-code", "130000"],
    ["130600000000", "short-code", "130600"],
    ["130600.0", "short-code", "130600"],
    ["１３０６００", "code", "130600"],
    ["110000", "code", "110000"],
    ["110100", "equivalent", "110000"],
    ["1101", "equivalent", "110000"],
    ["310100", "equivalent", "310000"],
    ["371200", "code", "371200"], // out of use, and still a code of its time
  ])("%s is %s %s", (given, status, code) => {
    expect(one(given)).toMatchObject({ status, code });
  });

  it("knows no place behind a strange code, and says what 110200 is", () => {
    expect(one("139900")).toMatchObject({ status: "unknown", candidates: [] });
    expect(one("110200").reason.en).toBe("110200 stands for the counties of 110000, not for 110000");
  });

  it("names 110000 and 110100 as one place and adds nothing up", () => {
    const { codes, shared } = matchPlaces(["110000", "110100", "120000"], china);
    expect(codes).toEqual(["110000", "110000", "120000"]);
    expect(shared).toEqual([{ code: "110000", given: ["110000", "110100"] }]);
  });

  it("reads ITL, NUTS, CBSA and JIS by their own rules", () => {
    const britain = placesIn(atlasTable("britain/areas.csv", {}, { place: "itl2" }), "itl");
    const states = placesIn(atlasTable("boswash/metros.csv", {}, { place: "cbsa" }), "cbsa");
    const japan = placesIn(atlasTable("japan/prefectures.csv", {}, { place: "code" }), "jis");
    const rhine = placesIn(atlasTable("rhine-ruhr/areas.csv", {}, { place: "code" }), "nuts");
    const match = (value: string, places: typeof china) => matchPlaces([value], places).matches[0]!;
    expect(match("TLC1", britain)).toMatchObject({ status: "code", code: "TLC1" });
    expect(match("UKC1", britain)).toMatchObject({ status: "proposed", candidates: [{ place: { code: "TLC1" } }] });
    expect(match("310M500US10900", states)).toMatchObject({ status: "short-code", code: "10900" });
    expect(match("13", japan)).toMatchObject({ status: "code", code: "13" });
    expect(match("1", japan)).toMatchObject({ status: "short-code", code: "01" });
    // check digit of Tokyo: 6 x 1 + 5 x 3 = 21, 21 mod 11 = 10, 11 - 10 = 1
    expect(match("130001", japan)).toMatchObject({ status: "short-code", code: "13" });
    expect(match("130002", japan).status).toBe("unknown");
    expect(match("東京都", japan)).toMatchObject({ status: "name", code: "13" });
    expect(match("東京", japan)).toMatchObject({ status: "name", code: "13" });
    expect(match("dea11", rhine)).toMatchObject({ status: "short-code", code: "DEA11" });
    // 13 is Tokyo and Hebei
    expect(match("13", [...china, ...japan])).toMatchObject({ status: "ambiguous" });
  });
});

describe("names", () => {
  it.each([
    ["保定市", "130600"],
    ["保定", "130600"],
    ["北 京", "110000"],
    ["Baoding", "130600"],
    ["BAODING CITY", "130600"],
    ["Xi'an", "610100"],
    ["Xian", "610100"],
    ["Urumqi", "650100"],
    ["延边", "222400"],
    ["延边朝鲜族自治州", "222400"],
    ["内蒙古", "150000"],
    ["广西壮族自治区", "450000"],
    ["香港特别行政区", "810000"],
    ["香港", "810000"],
    ["阿克苏地区", "652900"],
    ["吉林市", "220200"],
    ["吉林省", "220000"],
    ["Jilin City", "220200"],
    ["Jilin Province", "220000"],
    ["Suzhou (Anhui)", "341300"],
    ["朝阳市", "211300"],
    ["铜陵", "340700"], // and not 铜陵县, which lay in it
    ["昭通", "530600"], // 昭通地区 until 2001
    ["南宁", "450100"], // beside it 南宁地区, until 2002, would be written in full
    ["Nanchang", "360100"], // and not 南长, a district of Wuxi until 2015
  ])("%s is %s", (given, code) => {
    expect(one(given)).toMatchObject({ status: "name", code });
  });

  it.each([
    ["吉林", ["220000", "220200"]],
    ["海南", ["460000", "632500"]],
    ["Hainan", ["460000", "632500"]],
    ["朝阳", ["110105", "211300", "220104"]],
    ["朝阳区", ["110105", "220104"]],
    ["巢湖市", ["340181", "341400"]], // a prefecture until 2011
    ["巢湖", ["340181", "341400"]],
    ["莱芜", ["370116", "371200"]], // a prefecture until 2019
    ["桥东", ["130103", "130502", "130702"]], // of three cities
    ["鼓楼", ["320106", "320302", "350102", "410204"]],
    ["Suzhou", ["320500", "341300"]],
    ["Taizhou", ["321200", "331000"]],
    ["Yichun", ["230700", "360900"]],
  ])("%s is refused with all it may be", (given, codes) => {
    const { status, code, candidates } = one(given);
    expect([status, code]).toEqual(["ambiguous", undefined]);
    expect(candidates.map(({ place }) => place.code).sort()).toEqual(codes);
  });

  it("tells places of one name apart by the place above", () => {
    expect(one("朝阳").reason).toEqual({
      en: "朝阳 may be any of: Chaoyang (Beijing) (110105); Chaoyang, Liaoning (211300); Chaoyang (Changchun) (220104)",
      zh: "“朝阳”可指多个地区：北京市朝阳区（110105）；辽宁省朝阳市（211300）；长春市朝阳区（220104）",
    });
    expect(one("巢湖").reason).toEqual({
      en: "巢湖 may be any of: Chaohu, Hefei (340181); Chaohu, Anhui (341400, until 2011-08)",
      zh: "“巢湖”可指多个地区：合肥市巢湖市（340181）；安徽省巢湖市（341400，至 2011-08）",
    });
    expect(one("鼓楼").candidates.map(({ name }) => name.zh)).toEqual([
      "南京市鼓楼区",
      "徐州市鼓楼区",
      "福州市鼓楼区",
      "开封市鼓楼区",
    ]);
    expect(one("保定地区").candidates.map(({ name }) => name.en)).toEqual(["Baoding, Hebei"]);
  });

  it("is settled by the level asked for or by the province that the row stands under", () => {
    expect(one("朝阳", { levels: ["province", "prefecture"] })).toMatchObject({ status: "name", code: "211300" });
    expect(one("海南", { levels: ["province"] })).toMatchObject({ status: "name", code: "460000" });
    const { codes } = matchPlaces(["朝阳区", "朝阳区", "朝阳"], china, { within: ["北京", "吉林省", "210000"] });
    expect(codes).toEqual(["110105", "220104", "211300"]); // 朝阳县 lies in 朝阳市 and is written in full
  });

  it.each([
    ["襄樊市", "420600", /name of Xiangyang \(420600\) until 2010-11/],
    ["襄樊", "420600", /until 2010-11/],
    ["思茅市", "530800", /name of Pu'er/],
    ["莱芜市", "371200", /371200 was in force until 2019-01/],
    ["海东地区", "632100", /until 2013/],
    ["保定地区", "130600", /without its ending/],
    ["延边州", "222400", /without its ending/],
    ["河北省保定市", "130600", /in Hebei/],
    ["江苏苏州", "320500", /in Jiangsu/],
    ["Shijiazuang", "130100", /one letter/],
  ])("%s is a proposal: %s", (given, code, reason) => {
    const { status, code: none, candidates } = one(given);
    expect([status, none]).toEqual(["proposed", undefined]);
    expect(candidates.map(({ place }) => place.code)).toEqual([code]);
    expect(candidates[0]!.reason.en).toMatch(reason);
  });

  it("goes by the names of a year where it is asked to", () => {
    expect(one("襄樊市", { year: 2009 })).toMatchObject({ status: "name", code: "420600" });
    expect(one("海东地区", { year: 2012 })).toMatchObject({ status: "name", code: "632100" });
    expect(one("巢湖", { year: 2010 })).toMatchObject({ status: "name", code: "341400" });
    expect(one("莱芜", { year: 2018 })).toMatchObject({ status: "name", code: "371200" });
    expect(one("襄樊市", { year: 2015 }).status).toBe("proposed");
    // a panel in the names of today
    expect(one("襄阳市", { year: 2009 })).toMatchObject({ status: "name", code: "420600" });
    expect(one("毕节市", { year: 2005 })).toMatchObject({ status: "name", code: "520500" });
  });

  it("goes by the year of each row; a county among prefectures is asked about where a prefecture bore its name", () => {
    const values = ["巢湖", "合肥", "莱芜", "巢湖", "合肥", "莱芜"];
    const years = [2009, 2009, 2009, 2015, 2015, 2015];
    const open = matchPlaces(values, china, { years });
    expect(open.codes).toEqual(["341400", "340100", "371200", null, "340100", "371200"]);
    const asked = open.matches.find(({ code }) => code === undefined);
    expect(asked).toMatchObject({ given: "巢湖", status: "proposed", likely: "340181", rows: 1, first: 3 });
    expect(asked?.reason.en).toBe(
      "巢湖 may be Chaohu, Hefei (340181), which is of a county's rank among prefectures; Chaohu (341400) was in force until 2011-08",
    );
    // what is confirmed is said of the year that is open
    const settled = matchPlaces(values, china, { years, confirmed: { 巢湖: "340181" } });
    expect(settled.codes).toEqual(["341400", "340100", "371200", "340181", "340100", "371200"]);
    const kept = matchPlaces(values, china, { years, confirmed: { 巢湖: "341400" } });
    expect(kept.codes).toEqual(["341400", "340100", "371200", "341400", "340100", "371200"]);
    // among counties it is one
    const counties = matchPlaces(["巢湖", "长丰县", "肥东县"], china, { years: [2015, 2015, 2015] });
    expect(counties.codes[0]).toBe("340181");
    // rows without a year are asked about
    expect(matchPlaces(["巢湖", "合肥"], china, { years: [Number.NaN, 2009] }).codes).toEqual([null, "340100"]);
  });

  it.each([
    ["邢臺市", "130500"],
    ["秦皇島", "130300"],
    ["廣州", "440100"],
    ["瀋陽市", "210100"],
    ["烏魯木齊", "650100"],
    ["江蘇省南通市", "320600"],
    ["溧水縣", "320124"], // a district since 2013, under another code
  ])("%s is a proposal in traditional characters", (given, code) => {
    const { status, code: none, candidates } = one(given);
    expect([status, none]).toEqual(["proposed", undefined]);
    expect(candidates.map(({ place }) => place.code)).toEqual([code]);
  });

  it("says that a name is written in traditional characters", () => {
    expect(one("邢臺").reason).toEqual({
      en: "邢臺 may be Xingtai (130500), written in traditional characters",
      zh: "邢臺 可能是：邢台市（130500）的繁体写法",
    });
  });

  it("guesses no short names, no totals", () => {
    for (const given of ["沪", "全国", "合计", "长三角", "京"]) expect(one(given).code, given).toBeUndefined();
  });
});

describe("a name that is one sign off", () => {
  const asked = (values: string[], options = {}) =>
    matchPlaces(values, china, options).matches.map(({ status, code, candidates }) => [
      status,
      code,
      candidates.map(({ place }) => place.code),
    ]);
  const unknown = (...codes: string[]) => ["unknown", undefined, codes];

  it("is asked about among places of the levels and provinces of the column, and stays unknown", () => {
    expect(asked(["石家庄", "秦黄岛", "邢合市"]).slice(1)).toEqual([unknown("130300"), unknown("130500")]);
    // a district of Nanjing; 丽水, 衡水 and 天水 are a sign away too, and cities elsewhere
    expect(asked(["秦淮区", "郦水"])[1]).toEqual(unknown("320117"));
    expect(asked(["杭州", "郦水"])[1]).toEqual(unknown("331100"));
    expect(asked(["北京", "山冬"])[1]).toEqual(unknown()); // 山东 and 山西
    expect(asked(["北京", "山西", "山冬"])[2]).toEqual(unknown("370000")); // the column has 山西
  });

  it("is not asked about where the level, the province, the ending or the one place is not sure", () => {
    expect(asked(["秦黄岛"])).toEqual([unknown()]);
    expect(asked(["南京", "秦黄岛"])[1]).toEqual(unknown());
    expect(asked(["石家庄", "秦黄岛县"])[1]).toEqual(unknown());
    expect(asked(["石家庄", "秦黄岛"], { within: [null, "江苏"] })[1]).toEqual(unknown());
    // a county that no list has, and no slip for 保定, which stands beside it
    expect(asked(["石家庄", "保定", "正定"])[2]).toEqual(unknown());
    expect(asked(["秦皇岛", "秦黄岛"])[1]).toEqual(unknown("130300")); // in a year of its own, say
  });

  it("is told as a question, with what to write, and is nothing that a study saves unasked", () => {
    const matching = matchPlaces(["石家庄", "秦黄岛"], china);
    expect(proposedList(matching)).toEqual({});
    expect(placeProblems(matching, "地区")).toMatchObject([
      {
        code: "place-unknown",
        text: {
          en: "地区: no place of the lists is called 秦黄岛; is Qinhuangdao, Hebei (130300) meant, which differs by one sign? (1 row)",
          zh: "地区：地区表中没有“秦黄岛”；是否指河北省秦皇岛市（130300）？仅一字之差（1 行）",
        },
        hint: { en: 'if it is, write places: confirm: { "秦黄岛": "130300" }' },
      },
    ]);
  });
});

describe("the confirm list", () => {
  const values = ["襄樊市", "保定", null, "吉林", "", "Atlantis", "襄樊市"];

  it("is what a study saves, and what settles the column", () => {
    const first = matchPlaces(values, china);
    expect(first.codes).toEqual([null, "130600", null, null, null, null, null]);
    expect(proposedList(first)).toEqual({ 襄樊市: "420600" });
    const confirmed = { ...proposedList(first), 吉林: "220200", Elsewhere: "999999" };
    const second = matchPlaces(values, china, { confirmed });
    expect(second.codes).toEqual(["420600", "130600", null, "220200", null, null, "420600"]);
    expect(second.unknownConfirmed).toEqual(["999999"]);
    expect(second.unusedConfirmed).toEqual(["Elsewhere"]);
  });

  it("tells everything that is open at once, with what to write", () => {
    const problems = placeProblems(matchPlaces(values, china), "地区");
    expect(problems.map(({ code, text, hint }) => [code, text.en, hint?.en])).toEqual([
      [
        "place-proposed",
        "地区: 襄樊市 may be name of Xiangyang (420600) until 2010-11 (2 rows)",
        'if it is, write places: confirm: { "襄樊市": "420600" }',
      ],
      [
        "place-ambiguous",
        "地区: 吉林 may be any of: Jilin (220000); Jilin, Jilin (220200) (1 row)",
        'choose one, such as places: confirm: { "吉林": "220200" }', // 保定 is a prefecture
      ],
      ["place-unknown", "地区: no place of the lists is called Atlantis (1 row)", undefined],
    ]);
  });

  it("names first what is of the level of the column, and nothing where levels do not decide", () => {
    const hint = (...given: string[]) => {
      const matching = matchPlaces(given, china);
      const [first] = matching.matches.filter(({ code }) => code === undefined);
      return [first?.candidates[0]?.place.code, first?.likely, placeProblems(matching, "city")[0]?.hint?.en];
    };
    const entry = (code: string) => `places: confirm: { "朝阳": ${code} }`;
    expect(hint("大连", "朝阳")).toEqual(["211300", "211300", `choose one, such as ${entry('"211300"')}`]);
    const all = `choose one of 110105, 211300, 220104: ${entry("…")}`;
    expect(hint("北京", "朝阳")).toEqual(["110105", undefined, all]);
    expect(hint("东城区", "朝阳")).toEqual([
      "110105",
      undefined,
      `choose one of 110105, 220104, 211300: ${entry("…")}`,
    ]);
  });

  it("holds a name within its province apart from the same name elsewhere", () => {
    const [values, within] = [
      ["新城", "新城"],
      ["河北", "北京"],
    ];
    const { codes } = matchPlaces(values, china, { within, confirmed: { "130000|新城": "130600" } });
    expect(codes).toEqual(["130600", null]);
  });
});

it("finds each place of the five clusters and each province by its code and by its Chinese name", () => {
  for (const path of ["china-clusters/places.csv", "china-provinces/provinces.csv"]) {
    const places = placesIn(atlasTable(path, {}, { place: "code" }), "gb2260");
    const names = places.map(({ name }) => name.zh);
    expect(
      matchPlaces(
        places.map(({ code }) => code),
        china,
      ).codes,
    ).toEqual(places.map(({ code }) => code));
    expect(matchPlaces(names, china).codes).toEqual(places.map(({ code }) => code));
    const english = matchPlaces(
      places.map(({ name }) => name.en),
      china,
    );
    const open = english.matches.filter(({ code }) => code === undefined).map(({ given }) => given);
    // in pinyin these are two places: 丽水 and 溧水, 阜阳 and 富阳, 九江 and 鸠江 ...
    const two = "Fuyang Fuzhou Hainan Jilin Jiujiang Lishui Suzhou Yichun".split(" ");
    expect(open.filter((given) => !two.includes(given))).toEqual([]);
  }
});
