import { labels, makeTable, numbers, type View } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { expect, it } from "vitest";
import type { FigureContext } from "../scene.ts";
import { drawn } from "./exhibit-figures.ts";
import type { Exhibit } from "./exhibits.ts";
import { toldApart } from "./told-apart.ts";

const scores = makeTable(
  "scores",
  ["place", "year"],
  [
    labels("place", ["a", "b", "a", "b"]),
    numbers("year", "year", [2010, 2010, 2020, 2020]),
    numbers("score", "1", [1, 2, 3, 4], { title: { en: "Score", zh: "得分" } }),
    numbers("gap", "1", [1, 2, 3, 4], { title: { en: "Distance", zh: "差距" } }),
  ],
);

function figure(view: Partial<View>, language: Language = "en", title = "Level"): Exhibit {
  const whole = { kind: "bars", table: "scores", category: "place", value: "score", ...view } as View;
  const context: FigureContext = { tables: { scores }, language, title, frame: "embedded" };
  return { kind: "figure", name: "level.bars", heading: title, ...drawn(whole, context) };
}
const titles = (exhibits: readonly Exhibit[]) =>
  toldApart(exhibits).map((each) => (each.kind === "figure" ? each.figure.title : ""));

it("leaves titles alone that differ", () => {
  expect(titles([figure({}), figure({}, "en", "Ranks")])).toEqual(["Level", "Ranks"]);
});

it("adds the year where that is what differs, and what is measured where the year does not", () => {
  const of = (year: number, language: Language) => figure({ where: { year } }, language);
  expect(titles([of(2010, "en"), of(2020, "en")])).toEqual(["Level (2010)", "Level (2020)"]);
  expect(titles([of(2010, "zh"), of(2020, "zh")])).toEqual(["Level（2010）", "Level（2020）"]);
  const [score, gap] = ["score", "gap"].map((value) => figure({ value, where: { year: 2020 } } as Partial<View>));
  expect(titles([score as Exhibit, gap as Exhibit])).toEqual(["Level (Score)", "Level (Distance)"]);
});

it("draws again under the new title, so that the file of the figure has it too", () => {
  const [first] = toldApart([figure({ where: { year: 2010 } }), figure({ where: { year: 2020 } })]);
  expect(first?.kind === "figure" && first.drawing.context.title).toBe("Level (2010)");
  expect(first?.kind === "figure" && first.heading).toBe("Level (2010)");
});
