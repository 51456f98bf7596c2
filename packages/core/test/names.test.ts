import { describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue.ts";
import { choiceTitles } from "../src/composite/choices-variants.ts";
import { describeMethod } from "../src/contract/describe.ts";
import type { AnyMethod } from "../src/contract/method.ts";
import { choiceNames } from "../src/contract/names/choice-names.ts";
import { inputNames } from "../src/contract/names/input-names.ts";
import { nameIn } from "../src/contract/names/names.ts";
import { optionNames } from "../src/contract/names/option-names.ts";
import { roleNames } from "../src/contract/names/role-names.ts";
import { languages, type Text } from "../src/language/text.ts";

const hanPattern = /\p{Script=Han}/u;
const described = await Promise.all(
  Object.values(catalogue).map(async (load) => describeMethod((await load()).default as AnyMethod)),
);

type Named = Readonly<Record<string, Text>>;

/** Sizes of a sample are written alike in every language. */
const formulas = new Set(["n", "n-1"]);

describe.each(described.map((info) => [info.id, info] as const))("%s", (_, { inputs, options, names }) => {
  const roles = Object.entries(names.roles);
  const choices = Object.entries(names.choices);
  const sets: readonly (readonly [string, Named])[] = [
    ["options", names.options],
    ["inputs", names.inputs],
    ...roles.map(([input, named]) => [`roles of ${input}`, named] as const),
    ...choices.map(([option, named]) => [`choices of ${option}`, named] as const),
  ];

  it("names every option, input, role and choice", () => {
    expect(Object.keys(names.options)).toEqual(Object.keys(options));
    expect(Object.keys(names.inputs)).toEqual(Object.keys(inputs));
    for (const [input, { roles = {} }] of Object.entries(inputs))
      expect(Object.keys(names.roles[input] ?? {})).toEqual(Object.keys(roles));
    for (const [option, { enum: choices = [] }] of Object.entries(options))
      for (const choice of choices as readonly string[]) expect(names.choices[option]).toHaveProperty([choice]);
  });

  it("has a name in both languages for each, and its id for none", () => {
    const isNamed = ({ en, zh }: Text) => en.trim() !== "" && !hanPattern.test(en) && hanPattern.test(zh);
    for (const [set, named] of sets.slice(0, 2 + roles.length))
      for (const [id, text] of Object.entries(named)) expect(isNamed(text), `${set}: ${id}`).toBe(true);
    for (const [option, named] of choices)
      for (const [id, { zh }] of Object.entries(named).filter(([each]) => !formulas.has(each)))
        expect(zh, `${option}: ${id}`).not.toBe(id);
  });

  it("calls no two alike", () => {
    for (const language of languages)
      for (const [set, named] of sets) {
        const shown = Object.values(named).map((text) => text[language]);
        const twice = shown.filter((each, at) => shown.indexOf(each) !== at);
        expect(twice, set).toEqual([]);
      }
  });
});

it("holds no name that nothing has", () => {
  const bare = ({ options, conventions }: (typeof described)[number]) =>
    Object.keys(options).filter((option) => !Object.hasOwn(conventions, option));
  const roles = ({ inputs }: (typeof described)[number]) =>
    Object.values(inputs).flatMap(({ roles: of = {} }) => Object.keys(of));
  const catalogues = [
    [optionNames, bare],
    [inputNames, ({ inputs }: (typeof described)[number]) => Object.keys(inputs)],
    [roleNames, roles],
  ] as const;
  for (const [{ everywhere, inInput = {}, own }, idsOf] of catalogues) {
    expect([...new Set(described.flatMap(idsOf))]).toEqual(expect.arrayContaining(Object.keys(everywhere)));
    for (const [id, named] of Object.entries(own)) {
      const info = described.find((each) => each.id === id);
      expect(info === undefined ? [] : idsOf(info), id).toEqual(expect.arrayContaining(Object.keys(named)));
    }
    for (const [input, named] of Object.entries(inInput)) {
      const there = described.flatMap(({ inputs }) => Object.keys(inputs[input]?.roles ?? {}));
      expect(there, input).toEqual(expect.arrayContaining(Object.keys(named)));
    }
  }
});

it("takes the narrowest name, and none that every object has", () => {
  const names = {
    everywhere: { k: { en: "Classes", zh: "类别数" }, v: { en: "Value", zh: "数值" } },
    inInput: { links: { v: { en: "Gain", zh: "增量" } } },
    own: { "a/b": { k: { en: "Neighbours", zh: "邻居数" } } },
  };
  expect(nameIn(names, "k", "a/b")?.en).toBe("Neighbours");
  expect(nameIn(names, "k", "a/c")?.en).toBe("Classes");
  expect(nameIn(names, "v", "a/b", "links")?.en).toBe("Gain");
  expect(nameIn(names, "v", "a/b", "data")?.en).toBe("Value");
  expect(nameIn(names, "constructor", "a/b", "toString")).toBeUndefined();
});

it("calls the choices of an index as their results do", () => {
  expect(choiceNames.only).toEqual(choiceTitles);
});
