import { label, point } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";

/** How the places of one kind look: what they are called, their colour, and the shape that repeats it. */
export interface Category {
  readonly id: string;
  readonly title: string;
  readonly colour: string;
  readonly shape: number;
}

/**
 * A cluster has its own colour wherever it appears. Other kinds never borrow one: they are shades of blue, dark to pale in
 * the order of their codes, each with a shape of its own.
 */
export function categoriesOf(ids: Iterable<string>, scene: Scene): ReadonlyMap<string, Category> {
  const { groups = {} } = scene.context;
  const { sequential } = scene.palette;
  const distinct = [...new Set(ids)];
  const known = distinct.filter((id) => groups[id] !== undefined);
  const others = distinct.filter((id) => groups[id] === undefined && id !== "").sort();
  const shades = spreadColours(sequential.slice(1), others.length).reverse();
  const first = known.length === 0 ? 0 : Math.max(...known.map((id) => scene.group(id).index)) + 1;
  return new Map(
    [...distinct.filter((id) => !others.includes(id)), ...others].map((id): [string, Category] => {
      if (id === "") return [id, { id, title: "", colour: sequential[3] as string, shape: 0 }];
      if (groups[id] !== undefined) {
        const { title, colour, index } = scene.group(id);
        return [id, { id, title, colour, shape: index }];
      }
      const at = others.indexOf(id);
      const colour = known.length === 0 ? (shades[at] as string) : scene.palette.other;
      return [id, { id, title: scene.brief(id), colour, shape: first + at }];
    }),
  );
}

const step = 18;

/** Mark and name of each category in lines of at most `width`; nothing for a single one. */
export function categoryKey(
  categories: Iterable<Category>,
  at: { readonly x: number; readonly y: number; readonly width: number },
  scene: Scene,
): { readonly marks: Markup[]; readonly height: number } {
  const list = [...categories].filter(({ id }) => id !== "");
  if (list.length < 2) return { marks: [], height: 0 };
  const { palette } = scene;
  const marks: Markup[] = [];
  let [x, y] = [at.x, at.y];
  for (const { title, colour, shape } of list) {
    const text = fit(title, at.width - 14, 12);
    const wide = 14 + textWidth(text, 12);
    if (x > at.x && x + wide > at.x + at.width) {
      x = at.x;
      y += step;
    }
    marks.push(
      point(x + 5, y, 4, shape, { fill: colour, stroke: palette.ink2, "stroke-width": 0.5, "stroke-opacity": 0.6 }),
      label(x + 14, y, text, { fill: palette.ink }),
    );
    x += wide + 16;
  }
  return { marks, height: y - at.y + step };
}
