import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el } from "../svg.ts";
import { fit, textWidth, wrap } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

interface Estimate {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isMain: boolean;
  readonly isAside: boolean;
}

/** What a page 390 wide has for a figure. */
const phone = 358;
const step = 30;

/** Estimates from the smallest to the largest, a dot with its interval each; the one that is spoken of is dark, one set aside hollow. */
export const specification: Draw<"specification"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const all = readEstimates(view, scene);
  const found = all.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
  if (found.length === 0) return emptyDrawing(scene);
  const { palette } = scene;
  const width = scene.width(phone);
  const values = found.flatMap(({ value, low, high }) => [value, low, high]);
  const format = scene.numbers(rows.unit(view.value), values);
  const most = width * 0.42;
  const heads = found.map(({ name }) =>
    wrap(name, most, 12, true)
      .slice(0, 2)
      .map((text) => fit(text, most, 12, true)),
  );
  const left = Math.min(most, Math.max(...heads.flat().map((text) => textWidth(text, 12, true)))) + 14;
  const [least, largest] = extentOf([0, ...values]);
  const x = scaleLinear([least, largest > least ? largest : least + 1], [left, width - 24]).nice(5);
  const bottom = found.length * step + 4;
  const dark = palette.sequential[4] as string;
  const pale = palette.sequential[3] as string;
  const title = scene.head(rows.title(view.value), format.unit);
  const lacking = all.length - found.length;
  return {
    width,
    height: bottom + 24,
    marks: [
      ...bottomAxis(scene, x, {
        ticks: x.ticks(Math.max(3, Math.floor((width - left) / 90))),
        format: (tick) => tickText(format, tick),
        from: 0,
        to: bottom,
        at: bottom,
        zero: true,
      }),
      ...found.map(({ value, low, high, isMain, isAside }, at) => {
        const y = (at + 0.5) * step;
        const colour = isMain ? dark : pale;
        const head = heads[at] as string[];
        return el("g", { "data-place": found[at]?.name ?? "" }, [
          ...head.map((text, k) =>
            label(left - 12, y + (k - (head.length - 1) / 2) * 13, text, {
              anchor: "end",
              weight: isMain ? 600 : 400,
              fill: isAside ? palette.ink3 : palette.ink,
            }),
          ),
          ...(Number.isFinite(low) && Number.isFinite(high)
            ? [
                line(
                  x(low),
                  y,
                  x(high),
                  y,
                  isAside ? palette.ink3 : colour,
                  isMain ? 2.4 : 1.6,
                  isAside ? "3 3" : undefined,
                ),
              ]
            : []),
          el("circle", {
            cx: x(value),
            cy: y,
            r: isMain ? 5 : 4,
            fill: isAside ? palette.surface : colour,
            stroke: isAside ? palette.ink3 : colour,
            "stroke-width": 1.6,
          }),
        ]);
      }),
    ],
    dek: title,
    description: scene.say("describeValues", {
      title,
      n: found.length,
      low: format.format((found[0] as Estimate).value),
      high: format.format((found.at(-1) as Estimate).value),
    }),
    notes: [
      scene.say("specificationNote"),
      ...(found.some(({ isAside }) => isAside) ? [scene.say("asideNote")] : []),
      ...(lacking > 0 ? [scene.say("unansweredNote", { n: lacking })] : []),
    ],
  };
};

function readEstimates(view: ViewOf<"specification">, scene: Scene): Estimate[] {
  const rows = scene.rows(view.table, view.where);
  const has = (name: string) => rows.table.columns.some((each) => each.name === name);
  const optional = (name: string | undefined) => (name !== undefined && has(name) ? rows.numbers(name) : undefined);
  const worded = `${view.name}_${scene.language}`;
  const names = rows.texts(has(worded) ? worded : view.name);
  const [values, low, high] = [optional(view.value), optional(view.low), optional(view.high)];
  const [main, aside] = [optional(view.main), optional(view.aside)];
  return names.map((name, row) => ({
    name,
    value: values?.[row] ?? Number.NaN,
    low: low?.[row] ?? Number.NaN,
    high: high?.[row] ?? Number.NaN,
    isMain: main?.[row] === 1,
    isAside: aside?.[row] === 1,
  }));
}
