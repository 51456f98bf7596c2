import { describe, expect, it } from "vitest";
import { fitPictures, type Piece } from "./fill-pages.ts";

const picture = (height: number, fixed = 0): Piece => ({ fixed, picture: height, least: 0.75 });
const rows = (height: number, head = 0): Piece => ({ ...picture(height), head });
const words = (fixed: number): Piece => ({ fixed });

const pictureScales = (pieces: readonly Piece[], page: number) => fitPictures(pieces, page).map(({ scale }) => scale);
const parting = (pieces: readonly Piece[]) => fitPictures(pieces, 100).map(({ parts }) => parts);

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

  it("stand after a head that went on with the first lines below it: 30 of 15 and more leave 70 for 90 of picture", () => {
    expect(pictureScales([words(90), { fixed: 30, start: 15 }, picture(90)], 100)).toEqual([1, 1, 70 / 90]);
    expect(pictureScales([words(80), { fixed: 30, start: 15 }, picture(90)], 100)).toEqual([1, 1, 1]); // parted, it leaves 90
  });

  it("go on over the page where they may, and what follows stands below: of 80 and a head of 10 again, 40 stand there and 50 on the next", () => {
    expect(parting([words(60), picture(80), picture(80)])).toEqual([false, false, false]);
    expect(parting([words(60), rows(80, 10), picture(60)])).toEqual([false, true, false]);
    expect(pictureScales([words(60), rows(80, 10), picture(60)], 100)).toEqual([1, 1, 50 / 60]);
  });

  it("do not go on over the page where they fit, a little smaller or on the next page after one that is full", () => {
    expect(parting([words(30), rows(90)])).toEqual([false, false]); // 70 of 90
    expect(parting([words(85), rows(80)])).toEqual([false, false]);
    expect(parting([words(85), rows(180)])).toEqual([false, true]);
  });

  it("stand after a table that follows where that fills the page before them, and where nothing else does", () => {
    const table = (fixed: number): Piece => ({ fixed, whole: true, mayPrecede: true });
    const order = (pieces: readonly Piece[]) => fitPictures(pieces, 100).map(({ piece }) => piece);
    expect(order([words(40), picture(90), table(30), picture(20)])).toEqual([0, 2, 1, 3]);
    expect(order([words(40), picture(90), table(61)])).toEqual([0, 1, 2]); // no room for it either
    expect(order([words(40), picture(70), table(30)])).toEqual([0, 1, 2]); // a little smaller it stays
    expect(order([words(85), picture(90), table(10)])).toEqual([0, 1, 2]); // no hole
    expect(order([words(40), rows(90), table(30)])).toEqual([0, 1, 2]); // goes on over the page
    expect(order([words(40), picture(90), words(30)])).toEqual([0, 1, 2]); // of the next section
  });
});
