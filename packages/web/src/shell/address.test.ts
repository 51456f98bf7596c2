import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Router } from "wouter";
import { useAddress } from "./address.ts";

it.each([
  ["/structure/alike", "lang=zh&cluster=yrd&place=110000&scope=all"],
  ["/scoreboard", "lang=zh&cluster=yrd&place=110000"],
])("leads to %s with what it shares: that all places are looked at, on the same screen alone", (path, kept) => {
  let led = "";
  const Probe = () => {
    led = useAddress().to(path, { industry: "x" });
    return null;
  };
  const ssrSearch = "?lang=zh&cluster=yrd&scope=all&place=110000&with=120000&as=table";
  const props = { ssrPath: "/structure/chasing", ssrSearch, children: createElement(Probe) };
  renderToStaticMarkup(createElement(Router, props));
  expect(led).toBe(`${path}?${kept}&industry=x`);
});
