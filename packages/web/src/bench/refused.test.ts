import { expect, it } from "vitest";
import { problemsOf, Refused, Unanswered } from "./refused.ts";

it("tells why it was refused, that nobody answered, and what the program said of its own fault", () => {
  const problems = [{ code: "no-room", text: { en: "no room", zh: "没有空间" } }];
  expect(problemsOf(new Refused(413, problems))).toEqual(problems);
  expect(problemsOf(new Unanswered())).toMatchObject([{ code: "unanswered" }]);
  expect(problemsOf(new Error("odd"))).toEqual([{ code: "fault", text: { en: "odd", zh: "odd" } }]);
});
