import type { Drawing } from "./drawing.ts";
import { label, line, rect } from "./marks.ts";
import type { Frame, Scene } from "./scene.ts";
import { clean, decimal, el, type Markup } from "./svg.ts";
import { fonts, textWidth, wrap } from "./type.ts";

interface Told {
  readonly title: string;
  readonly dek: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly source: string;
}

const margin = 24;
const longestTitle = 300;

/** Puts a drawing into its svg element: bare for a page, or with title, notes and source for a file that stands alone. */
function around(
  drawing: Drawing,
  told: Told,
  scene: Scene,
  kind: Frame,
): { svg: string; width: number; height: number } {
  const { context, palette } = scene;
  if (kind === "embedded") {
    const tag = context.illustrative ? illustrativeTag(scene, 0, drawing.height + 8) : undefined;
    const height = drawing.height + (tag === undefined ? 0 : 26);
    return root(drawing.width, height, [...drawing.marks, ...(tag === undefined ? [] : [tag])], told, scene);
  }
  const { width } = drawing;
  const marks: Markup[] = [];
  let y = margin;
  for (const text of wrap(short(told.title), width, 17, true)) {
    marks.push(
      el(
        "text",
        { x: margin, y: y + 15, "font-family": fonts.serif, "font-size": 17, "font-weight": 600, fill: palette.ink },
        text,
      ),
    );
    y += 22;
  }
  y += 2;
  y = paragraph(marks, told.dek, y, 12, 17, palette.ink2, width);
  y += 12;
  marks.push(el("g", { transform: `translate(${margin} ${decimal(y)})` }, drawing.marks));
  y += drawing.height + 12;
  if (context.illustrative) {
    marks.push(illustrativeTag(scene, margin, y));
    y += 24;
  }
  const notes = told.notes.join(scene.language === "en" ? " " : "");
  y = paragraph(marks, notes, y, 11, 16, palette.ink3, width);
  if (told.source !== "") {
    y += 6;
    marks.push(line(margin, y, margin + width, y, palette.hair));
    y = paragraph(marks, told.source, y + 6, 11, 16, palette.ink3, width);
  }
  const height = y + margin - 8;
  const total = width + 2 * margin;
  return root(total, height, [rect(0, 0, total, height, palette.surface), ...marks], told, scene);
}

function paragraph(
  marks: Markup[],
  text: string,
  top: number,
  size: number,
  step: number,
  fill: string,
  width: number,
): number {
  if (text === "") return top;
  const lines = wrap(clean(text).slice(0, 2000), width, size);
  lines.forEach((each, i) => {
    marks.push(label(margin, top + step * (i + 0.5), each, { size, fill }));
  });
  return top + lines.length * step;
}

function illustrativeTag(scene: Scene, x: number, y: number): Markup {
  const { palette } = scene;
  const text = scene.say("illustrative");
  const width = textWidth(text, 11, true) + 14;
  return el(
    "g",
    {},
    rect(x + 0.5, y + 0.5, width, 17, palette.warnGround, { stroke: palette.warn, rx: 2 }),
    label(x + 0.5 + width / 2, y + 9, text, { size: 11, weight: 600, anchor: "middle", fill: palette.warn }),
  );
}

function root(width: number, height: number, marks: readonly Markup[], told: Told, scene: Scene) {
  const { language, palette } = scene;
  const title = short(told.title);
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const { markup } = el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: w,
      height: h,
      viewBox: `0 0 ${w} ${h}`,
      role: "img",
      "aria-label": title,
      "xml:lang": language === "zh" ? "zh-CN" : "en",
      lang: language === "zh" ? "zh-CN" : "en",
      "font-family": fonts.sans,
      "font-size": 12,
      fill: palette.ink,
      style: "font-variant-numeric:tabular-nums lining-nums",
    },
    el("title", {}, title),
    el("desc", {}, clean(told.description).slice(0, 1000)),
    marks,
  );
  return { svg: markup, width: w, height: h };
}

function short(title: string): string {
  const cleaned = clean(title);
  return cleaned.length > longestTitle ? `${cleaned.slice(0, longestTitle)}…` : cleaned;
}

export const frame = { margin, around } as const;
