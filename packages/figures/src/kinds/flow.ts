import { classOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import type { Box } from "../layout/projection.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { inSentence } from "../words.ts";
import { emptyDrawing } from "./empty.ts";
import { flowGround } from "./flow-ground.ts";
import { readLinks, strongestLinks } from "./flow-links.ts";
import { flowNeighbours } from "./flow-neighbours.ts";
import { type FlowNode, flowNodes } from "./flow-nodes.ts";
import { placeNumbers } from "./flow-numbers.ts";
import { located, positionNotes } from "./located.ts";

const bend = 0.2;
const numberedLinks = 3;

/**
 * Curves bent to the right of travel, width by square root, three classes, numbers on the strongest three. Of many links
 * the strongest are drawn; a figure that is the same both ways is one line.
 */
export const flow: Draw<"flow"> = (view, scene) => {
  if (view.shows === "neighbours") return flowNeighbours(view, scene);
  const rows = scene.rows(view.table, view.where);
  const [from, to, values] = [rows.texts(view.from), rows.texts(view.to), rows.numbers(view.value)];
  const { links, symmetric } = readLinks(from, to, values);
  const directed = view.directed && !symmetric;
  const inTable = new Set([...from, ...to]);
  const all = [...inTable, ...scene.members.filter((code) => !inTable.has(code))];
  const { known, unknown } = located(all, scene);
  if (known.length === 0) return emptyDrawing(scene, all.length === 0 ? "noRows" : "noPositions");

  const { width, height, projection } = flowGround(known, scene);
  // links come weakest first, so the strongest of each place stays
  const strongestOf = new Map(
    links.flatMap(
      ({ from: a, to: b, value }) =>
        [
          [a, value],
          [b, value],
        ] as const,
    ),
  );
  const nodes = new Map(
    known.map(({ code, lon, lat }): [string, FlowNode] => [
      code,
      {
        code,
        x: projection.x(lon),
        y: projection.y(lat),
        linked: inTable.has(code),
        strongest: strongestOf.get(code) ?? 0,
      },
    ]),
  );
  const format = scene.numbers(rows.unit(view.value), values);
  const largest = links.at(-1)?.value ?? 1;
  const { colours, cuts } = strengths(largest, scene);
  const widest = Math.min(10, width / 42);
  const widthOf = (value: number): number => Math.max(0.7, widest * Math.sqrt(value / largest));
  const opacities = [0.85, 0.85, 1];
  const shown = strongestLinks(links.filter((link) => nodes.has(link.from) && nodes.has(link.to)));
  const drawn = shown.map((link) => {
    const [a, b] = [nodes.get(link.from) as FlowNode, nodes.get(link.to) as FlowNode];
    return { link, curve: curveOf(a, b, directed) };
  });
  const curves = drawn.map(({ link, curve }) =>
    el("path", {
      d: curve.path,
      fill: "none",
      stroke: colours[classOf(link.value, cuts)],
      "stroke-width": widthOf(link.value),
      "stroke-linecap": "round",
      "stroke-opacity": opacities[classOf(link.value, cuts)],
    }),
  );
  const top = drawn.slice(-numberedLinks);
  const alongCurves = drawn
    .filter(({ link }) => link.value >= (cuts[0] ?? 0))
    .flatMap(({ link, curve }) => curve.samples.map(([x, y]) => ({ x, y, r: widthOf(link.value) / 2 })));
  const frame: Box = { x: 0, y: 0, width, height };
  const named = flowNodes([...nodes.values()], frame, alongCurves, scene);
  const numbers = placeNumbers(
    [...top]
      .reverse()
      .map(({ link, curve }) => ({ curve, text: format.format(link.value), wide: widthOf(link.value) })),
    [...nodes.values()],
    named.labels,
    frame,
    drawn.flatMap(({ link, curve }) => curve.samples.map(([x, y]) => ({ x, y, r: widthOf(link.value) / 2 }))),
  );
  const numberMarks = numbers.flatMap(({ x, y, text, from: start }) => [
    ...(start === undefined ? [] : [line(start[0], start[1], x, y, scene.palette.ink2, 0.8)]),
    label(x, y, text, { weight: 600, anchor: "middle", fill: scene.palette.ink, halo: scene.palette.surface }),
  ]);
  const title = scene.head(rows.title(view.value), format.unit);
  const key = strengthKey(title, colours, cuts.map(format.format), widthOf, cuts, largest, height + 6, scene);
  const missing = [...nodes.values()].filter((node) => !node.linked).map(({ code }) => code);
  const strongest = [...top]
    .reverse()
    .map(({ link }) => `${scene.name(link.from)}–${scene.name(link.to)} ${format.format(link.value)}`);
  return {
    width,
    height: height + 6 + key.height,
    marks: [el("g", {}, curves), ...named.marks, ...numberMarks, ...key.marks],
    dek: title,
    description:
      scene.say("describeFlows", { title, n: links.length, names: strongest.join(scene.say("comma")) }) +
      (missing.length === 0 ? "" : scene.say("describeMissing", { names: scene.names(missing) })),
    notes: [
      ...(shown.length < links.length ? [scene.say("flowStrongest", { n: shown.length, m: links.length })] : []),
      scene.say("flowNote", { title: inSentence(rows.title(view.value), scene.language) }),
      ...(directed ? [scene.say("flowBend")] : []),
      ...(missing.length > 0 ? [scene.say("flowMissing")] : []),
      ...positionNotes(unknown, scene),
      scene.say("mapNote"),
    ],
  };
};

/** Two cuts at round numbers, near a third and two thirds of the greatest width: weak, middle and strong links. */
function strengths(largest: number, scene: Scene): { colours: readonly string[]; cuts: readonly number[] } {
  const cuts = [...new Set([largest / 9, (largest * 4) / 9].map((value) => Number(value.toPrecision(1))))];
  return { colours: scene.palette.sequential.slice(4 - cuts.length), cuts };
}

export interface Curve {
  readonly path: string;
  /** Unit vector away from the straight line between the places. */
  readonly outward: readonly [number, number];
  readonly samples: readonly (readonly [number, number])[];
}

/** A quadratic curve from a to b; with a direction, its control point lies to the right of travel. */
function curveOf(a: FlowNode, b: FlowNode, directed: boolean): Curve {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const aside = directed ? bend : 0.08;
  const control: [number, number] = [(a.x + b.x) / 2 - dy * aside, (a.y + b.y) / 2 + dx * aside];
  const at = (t: number): [number, number] => [
    (1 - t) ** 2 * a.x + 2 * t * (1 - t) * control[0] + t ** 2 * b.x,
    (1 - t) ** 2 * a.y + 2 * t * (1 - t) * control[1] + t ** 2 * b.y,
  ];
  return {
    path: d`M${a.x} ${a.y}Q${control[0]} ${control[1]} ${b.x} ${b.y}`,
    outward: [-dy / (Math.hypot(dx, dy) || 1), dx / (Math.hypot(dx, dy) || 1)],
    samples: Array.from({ length: 15 }, (_, i) => at((i + 1) / 16)),
  };
}

const keyLine = 17;

/** The lines of each class, behind what they measure and in which unit, or below it where there is no room beside. */
function strengthKey(
  title: string,
  colours: readonly string[],
  cuts: readonly string[],
  widthOf: (value: number) => number,
  values: readonly number[],
  largest: number,
  top: number,
  scene: Scene,
): { readonly marks: readonly Markup[]; readonly height: number } {
  if (cuts.length === 0) return { marks: [], height: 0 };
  const texts = [
    `< ${cuts[0]}`,
    ...cuts.map((cut, i) => (i === cuts.length - 1 ? `≥ ${cut}` : `${cut}–${cuts[i + 1]}`)),
  ];
  const widths = texts.map((text) => 30 + textWidth(text, 11) + 18);
  const beside = textWidth(title, 11) + 12;
  const above = beside + widths.reduce((sum, width) => sum + width, 0) > scene.width(420);
  const y = top + 8 + (above ? keyLine : 0);
  let x = above ? 0 : beside;
  const marks = texts.flatMap((text, i) => {
    const typical = i === texts.length - 1 ? largest : (values[i] as number) * 0.8;
    const at = x;
    x += widths[i] as number;
    return [
      line(at + 2, y, at + 24, y, colours[i] as string, widthOf(typical)),
      label(at + 31, y, text, { size: 11, fill: scene.palette.ink2 }),
    ];
  });
  return {
    marks: [label(0, top + 8, title, { size: 11, fill: scene.palette.ink2 }), ...marks],
    height: 20 + (above ? keyLine : 0),
  };
}
