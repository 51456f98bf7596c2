import { escape as escapeText } from "../svg.ts";

/** A finished piece of HTML. Only `h` and `raw` make one, so a plain string is always text and always escaped. */
export interface Html {
  readonly html: string;
}
export type Content = Html | string | number | false | undefined | readonly Content[];

const voids = new Set(["br", "col", "hr", "img", "meta"]);
/** One element. */
export function h(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...content: readonly Content[]
): Html {
  let start = name;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${attribute}="${escapeText(String(value))}"`;
  }
  return { html: voids.has(name) ? `<${start}>` : `<${start}>${content.map(write).join("")}</${name}>` };
}

/** Markup made elsewhere by a builder that escapes, such as a figure's svg. */
export function raw(html: string): Html {
  return { html };
}

export function write(content: Content): string {
  if (content === false || content === undefined) return "";
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  return "html" in content ? content.html : content.map(write).join("");
}
