import { InputError, type Problem } from "../contract/errors.ts";

/** Mean radius of the earth, (2a + b) / 3 of the GRS 80 ellipsoid. */
export const earthRadiusKm = 6371.0088;

const radians = Math.PI / 180;

/** Great-circle distance on the sphere by the haversine, which keeps its precision for places close together. */
export function greatCircleKm(lonA: number, latA: number, lonB: number, latB: number): number {
  const across = Math.sin(((latB - latA) * radians) / 2);
  const along = Math.sin(((lonB - lonA) * radians) / 2);
  const chord = across * across + Math.cos(latA * radians) * Math.cos(latB * radians) * along * along;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Refuses what is no longitude or latitude in degrees: swapped columns and projected metres show here. */
export function checkCoordinates(
  method: string,
  place: readonly string[],
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
): void {
  const problems: Problem[] = [];
  const check = (name: string, role: "lon" | "lat", value: number, bound: number) => {
    if (Math.abs(value) <= bound) return;
    problems.push({
      code: "coordinate-out-of-range",
      text: {
        en: `${method}: ${role} of ${name} is ${value}, expected degrees between -${bound} and ${bound}`,
        zh: `${method}：${name} 的 ${role} 为 ${value}，应为 -${bound} 至 ${bound} 之间的度数`,
      },
    });
  };
  place.forEach((name, at) => {
    check(name, "lon", lon[at] as number, 180);
    check(name, "lat", lat[at] as number, 90);
  });
  if (problems.length > 0) throw new InputError(problems.slice(0, 20));
}
