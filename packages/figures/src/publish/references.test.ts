import type { Citation } from "@conurb/core/contract";
import { expect, it } from "vitest";
import type { Credit, ReportModel } from "../report/model.ts";
import { sayIn } from "../report/words.ts";
import { bibtex, tex } from "./bibtex.ts";
import { keysOf } from "./citation-keys.ts";
import { gbt7714 } from "./gbt7714.ts";
import { type Reference, referenceOf } from "./reference.ts";
import { referencesOf } from "./references.ts";
import { ris } from "./ris.ts";

const of = (text: string, more: Partial<Citation> = {}) =>
  referenceOf({ text, checked: "opened", ...more }, sayIn("en"));

const cliff = "Cliff, A. D. and Ord, J. K. (1981). Spatial Processes: Models and Applications. Pion.";
const saisana =
  "Saisana, M., Saltelli, A., Tarantola, S. and Sala-i-Martin, X. (2005). Uncertainty & sensitivity. Journal of the Royal Statistical Society A 168(2), 307-323.";
const gan = "干春晖, 郑若谷, 余典范 (2011). 中国产业结构变迁对经济增长和波动的影响. 经济研究 46(5), 4-16.";

it("reads what a citation says, and leaves in the title what it does not know", () => {
  expect(of(saisana, { doi: "10.1/x_y" })).toMatchObject({
    kind: "article",
    authors: [{ family: "Saisana", given: "M." }, { family: "Saltelli" }, { family: "Tarantola" }, { given: "X." }],
    title: "Uncertainty & sensitivity",
    year: "2005",
    journal: "Journal of the Royal Statistical Society A",
    volume: "168",
    issue: "2",
    pages: "307-323",
  });
  expect(of(cliff)).toMatchObject({
    kind: "book",
    title: "Spatial Processes: Models and Applications",
    publisher: "Pion",
  });
  expect(of(gan)).toMatchObject({
    kind: "article",
    authors: [{ name: "干春晖" }, {}, {}],
    journal: "经济研究",
    issue: "5",
  });
  expect(of("OECD, JRC (2008). Handbook. OECD Publishing.").authors).toEqual([{ name: "OECD" }, { name: "JRC" }]);
  expect(of("an anonymous page")).toEqual({ kind: "other", authors: [], title: "an anonymous page", notes: [] });
  expect(of(cliff, { checked: "unverified" }).notes).toEqual(["not verified against the source"]);
});

// GB/T 7714-2015, 8: surnames in capitals, initials without points, three authors and "et al"; 4.1 to 4.4: the order of the parts
it("writes GB/T 7714-2015", () => {
  expect(gbt7714([of(saisana, { doi: "10.1/x_y" }), of(cliff), of(gan)])).toBe(
    `[1] SAISANA M, SALTELLI A, TARANTOLA S, et al. Uncertainty & sensitivity[J]. Journal of the Royal Statistical Society A, 2005, 168(2): 307-323. DOI: 10.1/x_y.
[2] CLIFF A D, ORD J K. Spatial Processes: Models and Applications[M]. [S.l.]: Pion, 1981.
[3] 干春晖, 郑若谷, 余典范. 中国产业结构变迁对经济增长和波动的影响[J]. 经济研究, 2011, 46(5): 4-16.
`,
  );
  const figures: Reference = {
    kind: "dataset",
    authors: [{ name: "国家统计局" }],
    title: "国家数据",
    url: "https://data.stats.gov.cn",
    notes: [],
  };
  expect(gbt7714([figures])).toBe("[1] 国家统计局. 国家数据[DS/OL]. https://data.stats.gov.cn.\n");
});

it("does not make a press of the one line that a study says of its own file", () => {
  const credits: Credit[] = [
    { publisher: { en: "江苏统计年鉴2021", zh: "江苏统计年鉴2021" } },
    {
      publisher: { en: "National Bureau of Statistics", zh: "国家统计局" },
      work: { en: "Yearbook 2021", zh: "年鉴2021" },
    },
  ];
  const study = { title: { en: "Study", zh: "研究" } };
  const model = {
    run: { plan: { study, analyses: [] }, outcomes: new Map() },
    lock: { conurb: "0.1.0", seed: 1 },
    lockHash: "0123456789abcdef",
    notes: new Map([["own", { sources: credits }]]),
  } as unknown as ReportModel;
  expect(gbt7714(referencesOf(model, "zh")).split("\n").slice(1, 3)).toEqual([
    "[2] 江苏统计年鉴2021[M]. [出版地不详]: [出版者不详], 2021.",
    "[3] 国家统计局. 年鉴2021[M]. [出版地不详]: 国家统计局, 2021.",
  ]);
});

it("writes BibTeX whose signs mean themselves, with a key for each", () => {
  const text = bibtex([of(saisana), of(cliff), of(cliff)]);
  expect(text).toContain("@article{saisana2005uncertainty,");
  expect(text).toContain("author = {Saisana, M. and Saltelli, A. and Tarantola, S. and Sala-i-Martin, X.}");
  expect(text).toContain("title = {{Uncertainty \\& sensitivity}}");
  expect(text).toContain("pages = {307--323}");
  expect([...text.matchAll(/^@\w+\{(.+),$/gm)].map(([, key]) => key)).toEqual([
    "saisana2005uncertainty",
    "cliff1981spatial",
    "cliff1981spatial-2",
  ]);
  expect(tex("50% of {a_b} #1 ~ \\x ^\n$")).toBe(
    "50\\% of \\{a\\_b\\} \\#1 \\textasciitilde{} \\textbackslash{}x \\textasciicircum{} \\$",
  );
});

it("makes keys of author, year and word that any LaTeX takes, the same in both languages", () => {
  const meng =
    "孟庆松, 韩文秀 (1999). 复合系统整体协调度模型研究 [A model of the overall coordination of composite systems]. 天津大学学报 32(1), 1-5.";
  const council = "国务院 (2014). 关于调整城市规模划分标准的通知.";
  const oecd = "OECD, JRC (2008). Handbook on Constructing Composite Indicators. OECD Publishing.";
  const accents = "Özgür, É. (2001). The Über-city. Journal 1(1), 1-2.";
  const yearbook = { en: "China Statistical Yearbook 2021", zh: "中国统计年鉴2021" };
  const figures = (language: "en" | "zh"): Reference => ({
    kind: "book",
    authors: [{ name: { en: "National Bureau of Statistics of China", zh: "国家统计局" }[language] }],
    title: yearbook[language],
    year: "2021",
    inEnglish: { author: "National Bureau of Statistics of China", title: yearbook.en },
    notes: [],
  });
  const keys = [
    "oecd2008handbook",
    "gan2011",
    "meng1999model",
    "other2014",
    "ozgur2001uber",
    "nbsc2021china",
    "nbsc2021china-2",
  ];
  const references = [...[oecd, gan, meng, council, accents].map((text) => of(text)), figures("en"), figures("zh")];
  expect(keysOf(references)).toEqual(keys);
});

it("writes RIS, one tag a line, whatever a text holds", () => {
  const text = ris([{ ...of(saisana), title: "two\r\nER  - lines" }]);
  expect(text.split("\r\n")).toEqual([
    "TY  - JOUR",
    "AU  - Saisana, M.",
    "AU  - Saltelli, A.",
    "AU  - Tarantola, S.",
    "AU  - Sala-i-Martin, X.",
    "TI  - two ER  - lines",
    "T2  - Journal of the Royal Statistical Society A",
    "PY  - 2005",
    "VL  - 168",
    "IS  - 2",
    "SP  - 307",
    "EP  - 323",
    "ER  - ",
    "",
    "",
  ]);
});
