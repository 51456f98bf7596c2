import { expect, test } from "vitest";
import { clean, d, decimal, el } from "./svg.ts";

test("text and attributes are escaped, markup is not", () => {
  const inner = el("tspan", {}, "<b>");
  expect(el("text", { title: '"a" & <b>' }, "x < y", inner).markup).toBe(
    '<text title="&quot;a&quot; &amp; &lt;b&gt;">x &lt; y<tspan>&lt;b&gt;</tspan></text>',
  );
});

test("numbers keep two decimals and no minus zero", () => {
  expect(decimal(1 / 3)).toBe("0.33");
  expect(decimal(-0.001)).toBe("0");
  expect(decimal(12)).toBe("12");
  expect(d`M${1.005} ${2}h${-0.5}`).toBe("M1 2h-0.5");
});

test("a gap never becomes a coordinate", () => {
  expect(() => el("rect", { x: Number.NaN })).toThrow("NaN is not a coordinate");
  expect(() => d`M${Number.POSITIVE_INFINITY} 0`).toThrow("Infinity is not a coordinate");
});

test("left out attributes and children leave nothing behind", () => {
  expect(el("g", { fill: undefined }, false, undefined, null, []).markup).toBe("<g/>");
});

test("characters that break a document or turn its direction are taken out", () => {
  expect(clean("a\u0000b\u202ec\u2066d\ud800e\nf")).toBe("abcde f");
  expect(clean("苏州 Sūzhōu 🏙")).toBe("苏州 Sūzhōu 🏙");
});
