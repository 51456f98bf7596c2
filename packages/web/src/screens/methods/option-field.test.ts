import { findMethod } from "@conurb/core/catalogue";
import { type AnyMethod, describeMethod, optionMeaning } from "@conurb/core/contract";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LanguageContext } from "../../language/language.ts";
import { OptionField } from "./option-field.tsx";

/** What is read of an option in Chinese, without its marks. */
async function read(id: string, name: string): Promise<string> {
  const info = describeMethod((await findMethod(id)) as AnyMethod);
  const schema = info.options[name];
  if (schema === undefined) throw new Error(`${id} has no option ${name}`);
  const field = createElement(OptionField, {
    name,
    schema,
    title: info.names.options[name],
    answers: info.names.choices[name],
    means: optionMeaning(info, name),
    value: schema.default,
    onChange: () => {},
  });
  const markup = renderToStaticMarkup(createElement(LanguageContext.Provider, { value: "zh" }, field));
  return markup.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|");
}

it("says an option by its name, its id beside it", async () => {
  expect(await read("game/core", "listed")).toMatch(/^\|列出的联盟数 \|listed\|/);
  expect(await read("spatial/weights", "k")).toMatch(/^\|邻居数 k \|k\|/);
  expect(await read("convergence/markov", "k")).toMatch(/^\|类别数 \|k\|/);
});

it("says an answer by what it means before its id, and in a list too", async () => {
  expect(await read("causal/group-time-att", "adjustment")).toMatch(/\|[^|]*\p{Script=Han}[^|]* · doubly-robust\|/u);
  expect(await read("spatial/local-moran", "tails")).toContain("|双侧：较小尾部加倍（spdep） · two-sided|");
  expect(await read("composite/sobol", "weighings")).toContain("|熵值法 |entropy|");
});

it("shows no English sentence of a schema to who reads Chinese", async () => {
  const partly = await read("policy/treatment", "partly");
  expect(partly).toContain("份额不明者按受处理或未处理计");
  expect(partly).not.toMatch(/What a place/);
});

it("does not tell a role where an option is called so too", async () => {
  expect(await read("inequality/gini", "value")).not.toContain("见选项");
});
