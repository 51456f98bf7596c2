import { expect, it } from "vitest";
import { formulaHtml } from "./formula-html.ts";
import { h, write } from "./html.ts";

const html = (text: string) => write(h("p", {}, formulaHtml(text)));

it("lowers and raises what a formula says is lower or higher, brackets left out", () => {
  expect(html("p_cd = n_cd / n_c")).toBe("<p>p<sub>cd</sub> = n<sub>cd</sub> / n<sub>c</sub></p>");
  expect(html("Σ_(j>h) (w v)^(1/p)")).toBe("<p>Σ<sub>j&gt;h</sub> (w v)<sup>1/p</sup></p>");
});

it("leaves a formula alone whose signs are raised already", () => {
  expect(html("G = Σᵢ pᵢ²")).toBe("<p>G = Σᵢ pᵢ²</p>");
});
