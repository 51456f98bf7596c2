import { type Content, h } from "./html.ts";

/** `x_ij`, `Σ_(j>h)`, `p^(1/k)`: what stands below or above, as far as it is written with a sign of its own. */
const scripts = /([_^])(\([^()]*\)|[\p{L}\p{Nd}*′]+)/gu;

/** A method's formula with its lowered and raised parts as such. */
export function formulaHtml(text: string): Content {
  const made: Content[] = [];
  let at = 0;
  for (const { 0: whole, 1: sign, 2: part = "", index } of text.matchAll(scripts)) {
    made.push(text.slice(at, index), h(sign === "_" ? "sub" : "sup", {}, part.replace(/^\((.*)\)$/u, "$1")));
    at = index + whole.length;
  }
  return [...made, text.slice(at)];
}
