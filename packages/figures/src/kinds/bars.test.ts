import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawFigure } from "../figure.ts";

const drawn = (groups: readonly string[], language: "en" | "zh") =>
  drawFigure(
    { kind: "bars", table: "primacy", category: "group", value: "ratio" },
    {
      language,
      tables: {
        primacy: makeTable(
          "primacy",
          ["group"],
          [
            labels("group", [...groups]),
            numbers(
              "ratio",
              "1",
              groups.map((_, i) => 2 + i),
            ),
          ],
        ),
      },
    },
  ).svg;

it("names what is of no group: all places where there is no other, the rest of them beside groups", () => {
  expect(drawn([""], "en")).toContain(">All places<");
  expect(drawn([""], "zh")).toContain(">全部地区<");
  expect(drawn(["delta", ""], "zh")).toContain(">未分组地区<");
});

it("ends a name that two lines cannot hold as one that is cut", () => {
  const long = "Scientific research, technical services and geological prospecting of every other kind";
  const table = makeTable("t", ["group"], [labels("group", [long, "b"]), numbers("v", "1", [2, 3])]);
  const view = { kind: "bars", table: "t", category: "group", value: "v" } as const;
  const { svg } = drawFigure(view, { language: "en", tables: { t: table }, width: 300 });
  expect(svg).toMatch(/>technical services[^<]*…</);
});
