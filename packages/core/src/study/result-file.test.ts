import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue.ts";
import { InputError } from "../contract/errors.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { AnyMethod } from "../contract/method.ts";
import { decodeResult, encodeResult } from "./result-file.ts";
import { resultFileSchema } from "./result-schema.ts";

describe("a result file", () => {
  it.each(Object.entries(catalogue))("of %s is as its schema says, and is read as it was written", async (_, load) => {
    const method = (await load()).default as AnyMethod;
    for (const { inputs, options = {} } of [method.worked, method.example(3, 9)]) {
      const text = encodeResult(await invoke(method, { inputs, options }, localContext(method, 1)));
      expect(resultFileSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
      expect(encodeResult(decodeResult(text))).toBe(text);
    }
  });

  const refusalOf = (text: string): InputError => {
    try {
      decodeResult(text);
    } catch (error) {
      if (error instanceof InputError) return error;
    }
    throw new Error("not refused");
  };

  it("is refused where a newer program wrote it, and where it does not say its format", () => {
    const newer = refusalOf('{"conurb-result":2}');
    expect([newer.code, newer.message]).toEqual(["format-newer", "conurb-result is 2, expected 1"]);
    expect(newer.hint?.zh).toContain("更新版本");
    expect(refusalOf("{}").message).toBe("conurb-result is missing, expected 1");
  });
});
