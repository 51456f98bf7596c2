import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LanguageContext } from "../language/language.ts";
import { StaleLine } from "./stale-line.tsx";

type Props = Parameters<typeof StaleLine>[0];
const nothing = () => {};
const drawn = (language: "en" | "zh", more: Partial<Props>) => {
  const props: Props = { ended: "2025-01-01T00:00:00Z", run: undefined, onAgain: nothing, onUndo: nothing, ...more };
  return renderToStaticMarkup(
    createElement(LanguageContext.Provider, { value: language }, createElement(StaleLine, props)),
  );
};
const buttons = (markup: string) => [...markup.matchAll(/<button[^>]*>([^<]*)</g)].map(([, text]) => text);

it.each(["cancelled", "failed"] as const)("offers to run again and to undo where the last run was %s", (state) => {
  expect(buttons(drawn("en", { run: { state } }))).toEqual(["Run again", "Undo"]);
  expect(buttons(drawn("zh", { run: { state } }))).toEqual(["重新运行", "撤销"]);
  expect(buttons(drawn("en", { run: { state }, onUndo: undefined }))).toEqual(["Run again"]);
});

it("says that a run was cancelled, and offers nothing while one is under way", () => {
  expect(drawn("zh", { run: { state: "cancelled" } })).toContain("运行已取消");
  expect(buttons(drawn("en", { run: { state: "running" } }))).toEqual([]);
  expect(buttons(drawn("en", {}))).toEqual([]);
});
