import { type Content, h } from "../report/html.ts";
import type { Page } from "./deal-model.ts";

/** Notes of the check: what is, at its place of the deal, and what can be done about it. */
export function notesSection({ notes = [], say, text }: Page): Content {
  return (
    notes.length > 0 && [
      h("p", { class: "lead" }, say("notesDek")),
      h(
        "ul",
        { class: "said" },
        notes.map(({ text: told, hint }) =>
          h("li", {}, text(told), hint !== undefined && [h("br", {}), h("span", { class: "hint" }, text(hint))]),
        ),
      ),
    ]
  );
}
