import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { type Face, findFace } from "./fonts.ts";
import { lettersOf } from "./letters.ts";
import { outlined } from "./outlined.ts";

const face = await findFace(false);
const withHan = await findFace(true);
const isShared = withHan?.family === "Noto Sans CJK SC" && withHan.files[0]?.endsWith(".ttc") === true;

describe.skipIf(face === undefined)("letters of an installed face", () => {
  const letters = lettersOf(face as Face);
  const wide = (text: string) => letters(text, "400").width;
  /** The outline of a single sign, wherever it stands. */
  const shapeOf = (sign: string) => letters(sign, "400").outline.replace(/^M0 0/, "");

  it("stand as close as the face sets them, digits all alike", () => {
    expect(wide("AV")).toBeLessThan(wide("A") + wide("V"));
    expect(wide("1111")).toBe(wide("0808"));
    expect(letters(" ", "400").outline).toBe("");
  });

  it("read from right to left where their script does, and numbers beside them from left to right", () => {
    const { outline } = letters("אב גד 12", "400");
    expect(outline.startsWith(`M0 0${shapeOf("ד")}`)).toBe(true);
    expect(outline.endsWith(shapeOf("2"))).toBe(true);
  });

  it("look as the drawing library draws the text, to a hundredth of the ink", () => {
    const texts = ["Taizhou AV, Yo. To", "0.81 (−12%) &amp; &lt;x&gt;"].map(
      (text, at) =>
        `<text x="${90 * at + 90}" y="${14 + 14 * at}" text-anchor="${at === 0 ? "middle" : "end"}">${text}</text>`,
    );
    const { family, files } = face as Face;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-size="12" font-family="${family}">${texts.join("")}</svg>`;
    const font = { loadSystemFonts: false, fontFiles: [...files] };
    const draw = (drawn: string) =>
      new Resvg(drawn, { font, fitTo: { mode: "zoom", value: 4 }, background: "white" }).render().pixels;
    const [asText, asPaths] = [draw(svg), draw(outlined(svg, letters))];
    const ink = (at: number) => 255 - (asText[at] as number);
    const off = (at: number) => Math.abs((asPaths[at] as number) - (asText[at] as number));
    const sum = (of: (at: number) => number) => asText.reduce((total, _, at) => total + (at % 4 === 0 ? of(at) : 0), 0);
    expect(sum(ink)).toBeGreaterThan(100_000);
    expect(sum(off) / sum(ink)).toBeLessThan(0.01);
  });
});

it.skipIf(!isShared)("are those of the face that is named, of a file that several share", () => {
  const [chinese, japanese] = ["Noto Sans CJK SC", "Noto Sans CJK JP"].map(
    (family) => lettersOf({ ...(withHan as Face), family, hasHan: false }), // of a text that is not said to be Chinese
  );
  expect(chinese?.("直", "400").outline).not.toBe(japanese?.("直", "400").outline);
  expect(chinese?.("一A", "400")).toEqual(japanese?.("一A", "400"));
});
