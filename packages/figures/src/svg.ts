/** A finished piece of SVG. Only `el` makes one, so a plain string is always text and always escaped. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string | number | false | null | undefined | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element, its attributes in the order given, `undefined` ones left out. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  let start = name;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined)
      start += ` ${attribute}="${typeof value === "number" ? decimal(value) : escapeText(value)}"`;
  }
  const inner = children.map(write).join("");
  return { markup: inner === "" ? `<${start}/>` : `<${start}>${inner}</${name}>` };
}

/** Path data with its numbers rounded: d`M${x} ${y}h${width}`. */
export function d(strings: TemplateStringsArray, ...values: readonly number[]): string {
  return strings.reduce((path, part, i) => path + (i === 0 ? "" : decimal(values[i - 1] as number)) + part, "");
}

/** `points` attribute of a polygon or polyline. */
export function points(corners: readonly (readonly [number, number])[]): string {
  return corners.map(([x, y]) => `${decimal(x)},${decimal(y)}`).join(" ");
}

/** A number as SVG writes it: at most two decimals, no minus zero. A gap here is a mistake of the drawing code. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`svg: ${value} is not a coordinate`);
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeText(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => entities[character] as string);
}

// what XML forbids (controls, lone surrogates, non-characters), and the marks that turn the direction of what follows
const forbidden = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff\ufffe\uffff]/gu;

/** The text without characters that would break the document or reorder its surroundings; white space becomes a space. */
export function clean(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ").replace(forbidden, "");
}

function write(child: Child): string {
  if (child === false || child === null || child === undefined) return "";
  if (typeof child === "string") return escapeText(child);
  if (typeof child === "number") return decimal(child);
  return "markup" in child ? child.markup : child.map(write).join("");
}

export { escapeText as escape };
