import { em, pairsOf, type Signs } from "./signs.ts";

/** The signs of a weight with at least these signs and pairs; nothing where the face does not tell. */
export type Learn = (weight: Weight, signs: ReadonlySet<string>, pairs: ReadonlySet<string>) => Signs | undefined;
export type Weight = "400" | "700";

/** One line of signs, with the look of its text. */
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
const ofText = new Set(["x", "y", "font-family", "font-size", "font-weight", "text-anchor"]);
/** Signs that do not stand one after the other. */
const joined = /[\p{M}\p{Script=Arabic}\p{Script=Hebrew}\u200d]/u;

/**
 * A drawing with the outlines of its letters in place of its texts, so that it looks the same wherever it is shown. Each sign is outlined
 * once a face and moved to its places, which is much less than to lay out and write every text anew. Nothing where a text is more than
 * lines of signs: it takes the drawing library.
 */
export function outlined(svg: string, learn: Learn): string | undefined {
  if (/<(?!text|svg)[^>]* (?:font-|text-anchor|letter-spacing)/.test(svg)) return undefined;
  const usual = Number(/^<svg [^>]*?font-size="([\d.]+)"/.exec(svg)?.[1] ?? 16);
  const texts = [...svg.matchAll(textPattern)].map(([, attributes = "", content = ""]) =>
    linesOf(attributes, content, usual),
  );
  const signs = new Map<Weight, Signs>();
  for (const weight of ["400", "700"] as const) {
    const ofWeight = texts.flatMap((lines) => lines ?? []).filter((line) => line.weight === weight);
    const known = learn(
      weight,
      new Set(ofWeight.flatMap(({ text }) => [...text])),
      new Set(ofWeight.flatMap(({ text }) => pairsOf(text))),
    );
    if (known === undefined) return undefined;
    signs.set(weight, known);
  }
  if (texts.some((lines) => lines === undefined)) return undefined;
  let nth = 0;
  return svg.replace(textPattern, () => {
    nth += 1;
    return (texts[nth - 1] as Line[]).map((line) => pathOf(line, signs.get(line.weight) as Signs)).join("");
  });
}

/** The lines of a text, `undefined` where it is more than that. */
function linesOf(attributes: string, content: string, usual: number): Line[] | undefined {
  const given = attributesOf(attributes);
  if (Object.keys(given).some((name) => !looks.has(name) && !ofText.has(name))) return undefined;
  const look = Object.fromEntries(Object.entries(given).filter(([name]) => looks.has(name)));
  const { x = "0", y = "0", "text-anchor": anchor = "start", "font-weight": heavy = "400" } = given;
  const weight = /^(?:[6-9]00|bold)$/.test(heavy) ? "700" : "400";
  const line = { weight, size: Number(given["font-size"] ?? usual), anchor, look } as const;
  const said = content.replace(/<title>[^<]*<\/title>/g, "");
  const spans = [...said.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/g)];
  if (said.replace(/<tspan[^>]*>[^<]*<\/tspan>/g, "").includes("<") || joined.test(said)) return undefined;
  if (spans.length === 0) return [{ ...line, x, y, text: plain(said) }];
  if (said.replace(/<tspan[^>]*>[^<]*<\/tspan>/g, "").trim() !== "") return undefined;
  const lines = spans.map(([, own = "", text = ""]) => ({ own: attributesOf(own), text: plain(text) }));
  if (lines.some(({ own }) => Object.keys(own).join() !== "x,y")) return undefined;
  return lines.map(({ own, text }) => ({ ...line, x: own["x"] as string, y: own["y"] as string, text }));
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

function pathOf({ text, size, x, y, anchor, look }: Line, { of, pairs }: Signs): string {
  let path = "";
  let width = 0;
  let before = "";
  const starts: (readonly [from: number, outline: string])[] = [];
  for (const each of text) {
    const { outline, advance } = of.get(each) ?? { outline: "", advance: 0 };
    const pair = pairs.get(before + each);
    if (pair !== undefined) width += pair - (of.get(before)?.advance ?? 0) - advance;
    if (outline !== "") starts.push([width, outline]);
    width += advance;
    before = each;
  }
  const shift = anchor === "middle" ? Math.round(width / 2) : anchor === "end" ? width : 0;
  for (const [from, outline] of starts) path += `M${from - shift} 0${outline}`;
  if (path === "") return "";
  const scale = size / em;
  const { transform = "", "stroke-width": stroke, ...rest } = look;
  const shown = {
    ...rest,
    ...(stroke === undefined ? {} : { "stroke-width": short(Number(stroke) / scale) }),
    transform: `${transform}${transform === "" ? "" : " "}translate(${x} ${y}) scale(${short(scale)})`,
  };
  return `<path ${Object.entries(shown)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ")} d="${path}"/>`;
}

const short = (value: number): string => String(Number(value.toPrecision(6)));
