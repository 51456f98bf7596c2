import type { Letters, Weight } from "./letters.ts";

/** One line of a text, with the look of that. */
interface Line {
  readonly text: string;
  readonly weight: Weight;
  readonly size: number;
  readonly x: string;
  readonly y: string;
  readonly anchor: string;
  readonly look: Readonly<Record<string, string>>;
}

const textPattern = /<text([^>]*)>(.*?)<\/text>/gs;
/** What an outline looks like as its text did. */
const looks = new Set([
  "fill",
  "fill-opacity",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-linejoin",
  "stroke-width",
  "transform",
]);

/** A drawing with the outlines of its letters in place of its texts, so that it looks the same wherever it is shown. */
export function outlined(svg: string, letters: Letters): string {
  const usual = Number(/^<svg [^>]*?font-size="([\d.]+)"/.exec(svg)?.[1] ?? 16);
  return svg.replace(textPattern, (_, attributes: string, content: string) =>
    linesOf(attributes, content, usual)
      .map((line) => pathOf(line, letters))
      .join(""),
  );
}

/** The lines of a text: its spans, which stand each in a place of its own, or all that it says. */
function linesOf(attributes: string, content: string, usual: number): Line[] {
  const given = attributesOf(attributes);
  const look = Object.fromEntries(Object.entries(given).filter(([name]) => looks.has(name)));
  const { x = "0", y = "0", "text-anchor": anchor = "start", "font-weight": heavy = "400" } = given;
  const weight = /^(?:[6-9]00|bold)$/.test(heavy) ? "700" : "400";
  const line = { x, y, weight, size: Number(given["font-size"] ?? usual), anchor, look } as const;
  const said = content.replace(/<title>[^<]*<\/title>/g, "");
  const spans = [...said.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
  if (spans.length === 0) return [{ ...line, text: plain(said) }];
  return spans.map(([, own = "", text = ""]) => ({ ...line, ...attributesOf(own), text: plain(text) }));
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};
const plain = (text: string): string =>
  text
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] as string)
    .replace(/\s+/g, " ")
    .trim();

function pathOf({ text, weight, size, x, y, anchor, look }: Line, letters: Letters): string {
  const { outline, width, em } = letters(text, weight);
  if (outline === "") return "";
  const scale = size / em;
  const before = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
  const { transform = "", "stroke-width": stroke, ...rest } = look;
  const shown = {
    ...rest,
    ...(stroke === undefined ? {} : { "stroke-width": short(Number(stroke) / scale) }),
    transform: `${transform}${transform === "" ? "" : " "}translate(${short(Number(x) - before * scale)} ${y}) scale(${short(scale)})`,
  };
  const attributes = Object.entries(shown).map(([name, value]) => `${name}="${value}"`);
  return `<path ${attributes.join(" ")} d="${outline}"/>`;
}

const short = (value: number): string => String(Number(value.toPrecision(6)));
