import { describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue.ts";
import { invoke } from "../src/contract/invoke.ts";
import { localContext } from "../src/contract/local-context.ts";
import type { AnyMethod } from "../src/contract/method.ts";
import { languages } from "../src/language/text.ts";
import { say } from "./say.ts";

const han = /\p{Script=Han}/u;

const ids = Object.keys(catalogue) as (keyof typeof catalogue)[];

describe.each(ids)("findings of %s", (id) => {
  it.each([2, 5, 12, 40])("are whole sentences in both languages, from %i rows", async (size) => {
    const method: AnyMethod = (await catalogue[id]()).default;
    const example = method.example(size, size);
    const running = invoke(method, { ...example, options: example.options ?? {} }, localContext(method, 3));
    const findings = await running.then(
      (result) => result.findings,
      () => [], // refused: the common laws look after that
    );
    for (const finding of findings) {
      for (const language of languages) {
        expect(finding.text[language], "ICU takes ' as a quote").not.toContain("'");
        const sentence = say(finding, language);
        expect(sentence).not.toMatch(/[{}]|undefined|NaN|Infinity|\s\s/);
        expect(sentence).toMatch(language === "en" ? /^\S.*\.$/ : /。$/);
        expect(han.test(sentence)).toBe(language === "zh");
      }
    }
  });
});
