import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarser, isFiner, readDate } from "./dates.ts";

describe("readDate", () => {
  it.each([
    ["2014", "2014", "year", 20140101, 20141231],
    ["2014-03", "2014-03", "month", 20140301, 20140331],
    ["2014/2", "2014-02", "month", 20140201, 20140228],
    ["2016.2", "2016-02", "month", 20160201, 20160229], // a leap year
    ["1900-02", "1900-02", "month", 19000201, 19000228], // none: 1900 is a century
    ["2014年3月", "2014-03", "month", 20140301, 20140331],
    ["2014年", "2014", "year", 20140101, 20141231],
    ["２０１４年３月５日", "2014-03-05", "day", 20140305, 20140305],
    ["2014-03-15T00:00:00.000Z", "2014-03-15", "day", 20140315, 20140315],
    ["1980s", "1980s", "decade", 19800101, 19891231],
    ["20世纪80年代", "1980s", "decade", 19800101, 19891231],
    ["21世纪00年代", "2000s", "decade", 20000101, 20091231],
  ])("reads %s as %s, to the %s", (cell, text, precision, first, last) => {
    expect(readDate(cell)).toMatchObject({ text, precision, first, last });
  });

  it.each(["2014-13", "2014-02-30", "41699", "14", "spring 2014", "", "2014-00", "1499", "2014-03-15 08:30"])(
    "takes %j for no date",
    (cell) => expect(readDate(cell)).toBeUndefined(),
  );

  it("reads what it wrote", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1500, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const date = readDate(`${year}-${month}`);
        expect(readDate(date?.text ?? "")).toEqual(date);
      }),
    );
  });
});

it("says a date less exactly, and knows which is finer", () => {
  const day = readDate("2014-03-15");
  expect(coarser(day!, "month").text).toBe("2014-03");
  expect(coarser(day!, "year")).toEqual(readDate("2014"));
  expect(coarser(day!, "decade")).toEqual(readDate("2010s"));
  expect(isFiner("month", "year")).toBe(true);
  expect(isFiner("year", "year")).toBe(false);
});
