import { describe, expect, it } from "vitest";
import type { Letters } from "./letters.ts";
import { outlined } from "./outlined.ts";

const em = 2000;
/** Each sign is an em wide, and its outline a point. */
const points: Letters = (text) => ({
  outline: [...text].map((sign, at) => (sign === " " ? "" : `M${at * em} 0z`)).join(""),
  width: [...text].length * em,
  em,
});
const drawing = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" font-size="10">${inner}</svg>`;

describe("texts as outlines", () => {
  it("stand where their text is anchored, at its size", () => {
    const svg = drawing(
      '<text x="35" y="9" fill="#123456">ab</text><text x="35" y="9" text-anchor="middle">ab</text>' +
        '<text x="70" y="9" text-anchor="end" font-size="20">a &amp;</text>',
    );
    expect(outlined(svg, points)).toBe(
      drawing(
        '<path fill="#123456" transform="translate(35 9) scale(0.005)" d="M0 0zM2000 0z"/>' + // 10 / 2000
          '<path transform="translate(25 9) scale(0.005)" d="M0 0zM2000 0z"/>' +
          '<path transform="translate(10 9) scale(0.01)" d="M0 0zM4000 0z"/>', // a, space, &: three ems of 20 to the left
      ),
    );
  });

  it("keep their turn, and a halo as wide as it was", () => {
    const svg = drawing(
      '<text transform="rotate(-55)" stroke="#FFFFFF" stroke-width="3.5" paint-order="stroke">x</text>',
    );
    expect(outlined(svg, points)).toBe(
      drawing(
        // 3.5 / .005
        '<path stroke="#FFFFFF" paint-order="stroke" stroke-width="700" transform="rotate(-55) translate(0 0) scale(0.005)" d="M0 0z"/>',
      ),
    );
  });

  it("leave out a text's title and what is no look, and stack the signs of spans", () => {
    const svg = drawing(
      '<text text-anchor="middle" data-place="甲乙"><title>long</title><tspan x="6" y="2">甲</tspan><tspan x="6" y="14">乙</tspan></text>',
    );
    expect(outlined(svg, points)).toBe(
      drawing(
        '<path transform="translate(1 2) scale(0.005)" d="M0 0z"/><path transform="translate(1 14) scale(0.005)" d="M0 0z"/>',
      ),
    );
  });

  it("are heavy where the text is", () => {
    const asked: string[] = [];
    const svg = drawing('<text>a</text><text font-weight="600">b</text><text font-weight="bold">c</text>');
    outlined(svg, (text, weight) => {
      asked.push(`${text} ${weight}`);
      return points(text, weight);
    });
    expect(asked).toEqual(["a 400", "b 700", "c 700"]);
  });
});
