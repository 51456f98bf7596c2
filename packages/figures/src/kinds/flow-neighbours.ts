import type { Draw } from "../drawing.ts";
import { line } from "../marks.ts";
import { el } from "../svg.ts";
import { emptyDrawing } from "./empty.ts";
import { flowGround } from "./flow-ground.ts";
import { type FlowNode, flowNodes } from "./flow-nodes.ts";
import { located, positionNotes } from "./located.ts";

/** Who is whose neighbour: a straight line a pair, dashed where one counts the other and is not counted by it. */
export const flowNeighbours: Draw<"flow"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const [from, to, values] = [rows.texts(view.from), rows.texts(view.to), rows.numbers(view.value)];
  const counted = new Map<string, Set<string>>();
  from.forEach((code, i) => {
    const other = to[i] as string;
    if (!((values[i] as number) > 0) || code === other) return;
    const neighbours = counted.get(code) ?? new Set();
    counted.set(code, neighbours.add(other));
  });
  const all = [...new Set([...from, ...to, ...scene.members])];
  const { known, unknown } = located(all, scene);
  if (known.length === 0) return emptyDrawing(scene, all.length === 0 ? "noRows" : "noPositions");
  const { width, height, projection } = flowGround(known, scene);
  const links = [...counted].flatMap(([a, neighbours]) =>
    [...neighbours].flatMap((b) => {
      const isMutual = counted.get(b)?.has(a) === true;
      return isMutual && b < a ? [] : [{ a, b, isMutual }];
    }),
  );
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  const nodes = new Map(
    known.map(({ code, lon, lat }): [string, FlowNode] => [
      code,
      { code, x: projection.x(lon), y: projection.y(lat), linked: linked.has(code), strongest: 0 },
    ]),
  );
  const drawn = links.flatMap(({ a, b, isMutual }) => {
    const [first, second] = [nodes.get(a), nodes.get(b)];
    return first === undefined || second === undefined ? [] : [{ first, second, isMutual }];
  });
  const along = drawn.flatMap(({ first, second }) =>
    Array.from({ length: 15 }, (_, i) => {
      const share = (i + 1) / 16;
      return { x: first.x + share * (second.x - first.x), y: first.y + share * (second.y - first.y), r: 0.6 };
    }),
  );
  const named = flowNodes([...nodes.values()], { x: 0, y: 0, width, height }, along, scene);
  const stroke = scene.palette.sequential[3] as string;
  const oneWay = links.filter(({ isMutual }) => !isMutual).length;
  const alone = known.filter(({ code }) => !linked.has(code)).map(({ code }) => code);
  return {
    width,
    height,
    marks: [
      el(
        "g",
        {},
        drawn.map(({ first, second, isMutual }) =>
          line(first.x, first.y, second.x, second.y, stroke, 1.2, isMutual ? undefined : "4 3"),
        ),
      ),
      ...named.marks,
    ],
    dek: "",
    description: scene.say("describeNeighbours", { n: links.length, places: all.length }),
    notes: [
      scene.say("neighboursNote"),
      ...(oneWay > 0 ? [scene.say("oneWayNote")] : []),
      ...(alone.length > 0 ? [scene.say("aloneNote", { names: scene.names(alone) })] : []),
      ...positionNotes(unknown, scene),
      scene.say("mapNote"),
    ],
  };
};
