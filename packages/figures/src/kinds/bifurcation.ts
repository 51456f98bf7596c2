import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { fixed } from "../format.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

interface Step {
  readonly at: number;
  readonly share: number;
  readonly stability: string;
}
/** A rest point in one panel. */
interface Branch {
  readonly point: string;
  readonly panel: string;
  readonly steps: readonly Step[];
}
type Scale = (value: number) => number;

const rowHeight = 20;

/**
 * Above, a row a rest point: a bar where it is stable, a thin line where it is there and is not. Below, where any of them mixes, the
 * shares themselves, a panel a party. Points that are pure and never stable are left out.
 */
export const bifurcation: Draw<"bifurcation"> = (view, scene) => {
  const branches = readBranches(view, scene);
  if (branches.length === 0) return emptyDrawing(scene);
  const rows = scene.rows(view.table, view.where);
  const values = branches.flatMap(({ steps }) => steps.map(({ at }) => at));
  const [low, high] = extentOf(values);
  const spacing = smallestGap(values);
  const format = scene.numbers(rows.unit(view.parameter), values);
  const width = scene.width(520);
  const panels = [...new Set(branches.map(({ panel }) => panel))];
  const isMixed = (point: string) =>
    branches.some((each) => each.point === point && each.steps.some(({ share }) => share > 0 && share < 1));
  const points = [...new Set(branches.map(({ point }) => point))];
  const told = points.filter(
    (point) =>
      isMixed(point) ||
      branches.some(
        (each) =>
          each.point === point &&
          each.steps.some((step) => step.stability !== "unstable" && step.stability !== "saddle"),
      ),
  );
  const listed = told.length > 0 ? told : points;
  const left = Math.min(width * 0.42, 16 + Math.max(...listed.map((point) => textWidth(scene.name(point), 12))));
  const span: [number, number] = [low, high > low ? high : low + 1];
  const x = scaleLinear(span, [left, width - 14]);
  const top = 8;
  const bottom = top + listed.length * rowHeight + 4;
  const ticks = (scale: { ticks(count: number): number[] }, room: number) =>
    scale.ticks(Math.max(2, Math.floor(room / 70)));
  const title = rows.title(view.parameter);
  const first = panels[0] as string;
  const strips = listed.map((point, at): Markup => {
    const own = branches.find((each) => each.point === point && each.panel === first) as Branch;
    const y = top + (at + 0.5) * rowHeight;
    return el(
      "g",
      {},
      label(left - 10, y, fit(scene.name(point), left - 12, 12), { anchor: "end", fill: scene.palette.ink }),
      stretches(own.steps, spacing).map((part) => strip(part, spacing, y, x, span, scene)),
    );
  });
  const shares = listed.some(isMixed)
    ? sharePanels(
        branches,
        panels,
        { top: bottom + 62, width, span, spacing, write: (tick) => tickText(format, tick) },
        scene,
      )
    : { marks: [], height: 0 };
  return {
    width,
    height: bottom + 36 + shares.height,
    marks: [
      ...bottomAxis(scene, x, {
        ticks: ticks(x, width - left),
        format: (tick) => tickText(format, tick),
        from: top,
        to: bottom,
        at: bottom,
      }),
      ...strips,
      label(width, bottom + 29, fit(scene.head(title, format.unit), width, 11), {
        size: 11,
        anchor: "end",
        fill: scene.palette.ink2,
      }),
      ...shares.marks,
    ],
    description: scene.say("describeBifurcation", {
      title,
      n: points.length,
      names: listed.map((point) => scene.name(point)).join(scene.say("comma")),
    }),
    notes: [scene.say("bifurcationNote")],
  };
};

function readBranches(view: ViewOf<"bifurcation">, scene: Scene): Branch[] {
  const rows = scene.rows(view.table, view.where);
  const [values, shares] = [rows.numbers(view.parameter), rows.numbers(view.share)];
  const [points, panels, stabilities] = [rows.texts(view.point), rows.texts(view.panel), rows.texts(view.stability)];
  const found = new Map<string, { point: string; panel: string; steps: Step[] }>();
  values.forEach((at, row) => {
    const share = shares[row] as number;
    if (!Number.isFinite(at) || !Number.isFinite(share)) return;
    const [point, panel] = [points[row] as string, panels[row] as string];
    const key = JSON.stringify([point, panel]);
    const own = found.get(key) ?? { point, panel, steps: [] };
    own.steps.push({ at, share, stability: stabilities[row] as string });
    found.set(key, own);
  });
  return [...found.values()].map((each) => ({ ...each, steps: each.steps.sort((a, b) => a.at - b.at) }));
}

function smallestGap(values: readonly number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return sorted
    .slice(1)
    .reduce((least, value, at) => Math.min(least, value - (sorted[at] as number)), Number.POSITIVE_INFINITY);
}

/** Steps without a gap between them and of one stability. */
function stretches(steps: readonly Step[], spacing: number): Step[][] {
  const parts: Step[][] = [];
  for (const step of steps) {
    const own = parts.at(-1);
    const last = own?.at(-1);
    if (
      own === undefined ||
      last === undefined ||
      last.stability !== step.stability ||
      step.at - last.at > 1.5 * spacing
    ) {
      parts.push([step]);
    } else own.push(step);
  }
  return parts;
}

/** A stretch reaches half a step beyond its ends. */
function strip(
  part: readonly Step[],
  spacing: number,
  y: number,
  x: Scale,
  [low, high]: readonly [number, number],
  scene: Scene,
): Markup {
  const half = Number.isFinite(spacing) ? spacing / 2 : (high - low) / 2;
  const [first, last] = [part[0] as Step, part.at(-1) as Step];
  const [from, to] = [x(Math.max(low, first.at - half)), x(Math.min(high, last.at + half))];
  const { colour, width, dash } = lookOf(first.stability, scene);
  return line(from, y, to, y, colour, width * 2.6, dash);
}

function lookOf(stability: string, { palette }: Scene): { colour: string; width: number; dash: string | undefined } {
  if (stability === "stable") return { colour: palette.sequential[4] as string, width: 2.6, dash: undefined };
  if (stability === "centre" || stability === "undetermined") {
    return { colour: palette.sequential[2] as string, width: 1.6, dash: "2 2.5" };
  }
  return { colour: palette.ink3, width: 0.5, dash: undefined };
}

function sharePanels(
  branches: readonly Branch[],
  panels: readonly string[],
  {
    top,
    width,
    span,
    spacing,
    write,
  }: { top: number; width: number; span: [number, number]; spacing: number; write: (tick: number) => string },
  scene: Scene,
): { marks: Markup[]; height: number } {
  const columns = Math.max(1, Math.min(panels.length, Math.floor(width / 170)));
  const wide = width / columns;
  const high = 130;
  const marks = panels.flatMap((panel, at) => {
    const left = (at % columns) * wide + 26;
    const right = (at % columns) * wide + wide - 14;
    const head = top + Math.floor(at / columns) * (high + 58);
    const x = scaleLinear(span, [left, right]);
    const y = scaleLinear([0, 1], [head + high, head]);
    const own = branches.filter((each) => each.panel === panel);
    const parts = own.flatMap(({ steps }) => stretches(steps, spacing));
    // what is stable lies on top of what shares its edge
    parts.sort((a, b) => lookOf((a[0] as Step).stability, scene).width - lookOf((b[0] as Step).stability, scene).width);
    return [
      label(left - 26, head - 18, fit(scene.name(panel), wide - 14, 12), { weight: 600, fill: scene.palette.ink }),
      ...leftAxis(scene, y, {
        ticks: [0, 0.5, 1],
        format: (tick) => fixed(tick, tick === 0.5 ? 1 : 0),
        from: left,
        to: right,
        at: left,
      }),
      ...bottomAxis(scene, x, {
        ticks: x.ticks(Math.max(2, Math.floor((right - left) / 60))),
        format: write,
        from: head,
        to: head + high,
        at: head + high + 2,
      }),
      ...parts.map((part) => {
        const { colour, width: stroke, dash } = lookOf((part[0] as Step).stability, scene);
        const path = part
          .map((step, which) => (which === 0 ? d`M${x(step.at)} ${y(step.share)}` : d`L${x(step.at)} ${y(step.share)}`))
          .join("");
        return el("path", {
          d: path,
          fill: "none",
          stroke: colour,
          "stroke-width": Math.max(stroke, 1),
          "stroke-dasharray": dash,
        });
      }),
    ];
  });
  return { marks, height: Math.ceil(panels.length / columns) * (high + 58) - 10 };
}
