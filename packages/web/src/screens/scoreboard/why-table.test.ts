import { codeNames } from "@conurb/figures";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WhyTable } from "./why-table.tsx";

const cellsOf = (markup: string) =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, text]) => text),
  );

it("sets peers abreast and indicators one below the other, so that a ranking of many is not cut", () => {
  const near = [
    { peer: "b", distance: 0.5, differences: { x: 0.25 } },
    { peer: "c", distance: 1, differences: { x: -1, y: 2 } },
  ];
  const names = codeNames({ places: {}, groups: {}, labels: {} }, "en");
  const markup = renderToStaticMarkup(
    createElement(WhyTable, { place: "a", near, indicators: ["x", "y", "z"], names }),
  );
  expect(cellsOf(markup)).toEqual([
    ["indicator", "b", "c"],
    ["distance", "0.50", "1.00"],
    ["x", "+0.25", "−1.00"],
    ["y", "–", "+2.00"],
    ["z", "–", "–"],
  ]);
  expect(markup).toContain("a has none for: z.");
});
