import { expect, it } from "vitest";
import { asTyped } from "./as-typed.ts";

const npx = { npm_command: "exec", npm_lifecycle_script: "'conurb' 'init' 'my'" };

it("names the next command as it was typed: npx conurb for those who came through npx", () => {
  expect(asTyped("next: conurb check my", npx)).toBe("next: npx conurb check my");
  expect(asTyped("下一步：conurb check my", npx)).toBe("下一步：npx conurb check my");
  expect(asTyped("next: npx conurb check my", npx)).toBe("next: npx conurb check my");
  expect(asTyped("conurb 0.1, Node 20", npx)).toBe("conurb 0.1, Node 20");
});

it("leaves it be elsewhere, under the npx of another program too", () => {
  expect(asTyped("next: conurb check my", {})).toBe("next: conurb check my");
  const other = { npm_command: "exec", npm_lifecycle_script: "vitest run" };
  expect(asTyped("next: conurb check my", other)).toBe("next: conurb check my");
});
