import { describe, expect, it } from "vitest";
import { type Piece, pictureScales } from "./fill-pages.ts";

const picture = (height: number, fixed = 0): Piece => ({ fixed, picture: height, least: 0.75 });
const words = (fixed: number): Piece => ({ fixed });

describe("pictures down pages of 100", () => {
  it("keep their size where they fit, and where words follow", () => {
    expect(pictureScales([picture(60), words(50), picture(40)], 100)).toEqual([1, 1, 1]);
    expect(pictureScales([words(250), picture(50)], 100)).toEqual([1, 1]);
  });

  it("are made smaller where a little is lacking: 80 left for 100 of picture, or 90 of two of 50 with 5 below each", () => {
    expect(pictureScales([words(20), picture(100)], 100)).toEqual([1, 0.8]);
    expect(pictureScales([picture(50, 5), picture(50, 5)], 100)).toEqual([0.9, 0.9]);
  });

  it("go on to the next page where they could not be read", () => {
    expect(pictureScales([words(60), picture(80), words(10)], 100)).toEqual([1, 1, 1]);
  });

  it("are not crowded where the page is full enough without the next", () => {
    expect(pictureScales([picture(85), picture(40), words(1)], 100)).toEqual([1, 1, 1]);
  });

  it("that are higher than a page stay as they are, and the rest goes on", () => {
    expect(pictureScales([picture(180), picture(30)], 100)).toEqual([1, 1]);
  });

  it("stand after a table that went on whole: 60 of it on the next page leave 40 for 50 of picture", () => {
    expect(pictureScales([words(50), { fixed: 60, whole: true }, picture(50)], 100)).toEqual([1, 1, 0.8]);
    expect(pictureScales([words(50), words(60), picture(50)], 100)).toEqual([1, 1, 1]); // parted, it leaves 90
  });
});
