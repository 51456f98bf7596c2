/** What a title or a sheet's name says of years. */
export interface YearsSaid {
  /** Each year that is named as one. */
  readonly years: readonly number[];
  /** What covers more than a calendar year, as it is written: 2010-20, 2018/19学年, FY2018. */
  readonly spans: readonly string[];
  /** The editions of yearbooks, whose figures are mostly of the year before. */
  readonly editions: readonly number[];
}

const year = "(?:1[89]|2[01])\\d{2}";
const end = "(?!\\d)";
const ofYear = "\\s*年?\\s*(?:[末底初度])?\\s*";
const span = new RegExp(
  [
    `(?<!\\d)(${year})${ofYear}[-‐‑–—―~〜至到/]+\\s*(${year}|\\d{2})${end}(?![-./]\\d)\\s*年?(?:学年|财年)?度?`,
    `(?<!\\d)(${year})\\s*(?:学年|财年|财政年|会计年)度?`,
    `(?:\\bFY\\s?|\\b(?:fiscal|financial|school|academic)\\s+years?\\s+)(${year})${end}`,
  ].join("|"),
  "gi",
);
const edition = new RegExp(`年鉴[^\\d]{0,2}(${year})${end}|(?<!\\d)(${year})年?版?[^\\d,，。;；]{0,12}年鉴`, "g");
const thing = "[万亿千百]?(?:[人户家个名位元吨亩辆台件项次所张床种类]|公里|平方[公千]?[米里]|公顷|km2?|kg|m|%)";
const bound = "(?:[及或]?以[上下内]|左右)";
const counted = `\\s*(?:${bound}|强(?=$|[^\\p{Script=Han}])|[多余]?${thing}(?=\\s*(?:${bound}|[及或、)]|企业|$)))`;
const basis = "\\s*年?\\s*(?:[=为]\\s*100|不变价|可比价|价格|[为作]?基[期年])";
/** 1900人以上 and 2000强 count things, 2010年不变价 and 2015=100 name a base, 4754-2017 and GB2260 a standard. */
const single = new RegExp(
  `(?<![\\d.]|\\d{4}-|\\b(?:GB|ISO|DB)(?:/T)?\\s?)(${year})${end}(?!\\.\\d{3}|${counted}|${basis})`,
  "giu",
);

/** Reads free text for years: a range, a school year or a fiscal year is never one of them. */
export function yearsInText(given: string): YearsSaid {
  let text = given.normalize("NFKC").trim();
  const editions = [...text.matchAll(edition)].map(([, behind, before]) => Number(behind ?? before));
  text = text.replace(edition, " ");
  const spans: string[] = [];
  text = text.replace(span, (said: string, from?: string, to?: string) => {
    if (from !== undefined && to !== undefined && !isSpan(from, to)) return said;
    spans.push(said.trim());
    return " ";
  });
  const years = [...text.matchAll(single)].map((found) => Number(found[1]));
  return { years: [...new Set(years)], spans, editions };
}

/** 2018-12 is a month unless the second number goes on from the first: 2010-12 may be either, and is no one year. */
function isSpan(from: string, to: string): boolean {
  const begin = Number(from);
  return to.length === 4 ? Number(to) > begin : Number(to) > begin % 100 || (begin % 100 === 99 && to === "00");
}

/** The one year that a text gives, if it speaks of one and of no span. */
export function oneYearIn(texts: readonly string[]): number | undefined {
  const said = texts.map(yearsInText);
  const years = new Set(said.flatMap((each) => each.years));
  const [only] = years;
  return years.size === 1 && said.every(({ spans }) => spans.length === 0) ? only : undefined;
}
