import { expect, it } from "vitest";
import type { ReportModel } from "./model.ts";
import { printed } from "./print.ts";
import { sayIn } from "./words.ts";

const model = (title: string) =>
  ({
    run: { plan: { study: { title: { en: title, zh: title } } } },
    lock: { conurb: "1", seed: 7 },
    lockHash: "a".repeat(64),
  }) as unknown as ReportModel;

it("puts the title at the head of every page but the first, whatever it holds", () => {
  const css = printed(model('A "quoted" \\ </style><b>title'), "en", sayIn("en"));
  expect(css).toContain('content:"A \\22 quoted\\22  \\5c  \\3c /style\\3e \\3c b\\3e title"');
  expect(css).toContain("@page:first");
  expect(css).not.toContain("</style");
  expect(css.split("{").length).toBe(css.split("}").length);
});

it("counts pages in the reader's language", () => {
  expect(printed(model("题"), "zh", sayIn("zh"))).toContain('content:"第 " counter(page) " 页"');
});
