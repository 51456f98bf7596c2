import { fitProjection, groundAspect, type Located } from "../layout/projection.ts";
import type { Scene } from "../scene.ts";

/** A sheet on which places lie as on the ground, with room for their names at both sides. */
export function flowGround(known: readonly Located[], scene: Scene) {
  const width = scene.width(420);
  const side = Math.min(86, width * 0.2);
  const inner = width - 2 * side;
  const height = Math.min(Math.max(inner * groundAspect(known), width * 0.5), width * 1.1) + 36;
  return { width, height, projection: fitProjection(known, { x: side, y: 18, width: inner, height: height - 36 }) };
}
