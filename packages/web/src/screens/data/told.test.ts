import { expect, it } from "vitest";
import type { OutlineDataset } from "../../bench/outline.ts";
import { datasetTitle, flagsToldBy } from "./told.ts";

const meanings = [{ name: "mixed-vintage", en: "Of two vintages.", zh: "口径不一。" }];
const dataset = (title: string, credit: string) =>
  ({ name: "data", title: { en: title, zh: title }, credit }) as OutlineDataset;

it("says what flags mean in the words of their dataset, else in the program's, and leaves what nobody has words for", () => {
  expect(flagsToldBy("mixed-vintage", meanings, "zh")).toBe("口径不一。");
  expect(flagsToldBy("mixed-vintage; missing", meanings, "en")).toBe("Of two vintages.; missing");
  expect(flagsToldBy("missing;odd", meanings, "zh")).toBe("缺失；odd");
});

it("calls a dataset by its title, else by its file or source", () => {
  expect(datasetTitle(dataset("Cities", "cities.csv"), "en")).toBe("Cities");
  expect(datasetTitle(dataset("data", "figures/城市.csv"), "zh")).toBe("城市.csv");
  expect(datasetTitle(dataset("data", "统计局 / 2020"), "zh")).toBe("统计局 / 2020");
  expect(datasetTitle(dataset("data", "data"), "en")).toBe("data");
});
