import { tightName } from "../place-names.ts";
import { hasHan, textWidth } from "../type.ts";

/**
 * What is written on each tile: the whole name where it fits, else three Han or four Latin letters. Names that would
 * come out alike keep what tells them apart: "Huab" and "Huan" of Huaibei and Huainan, "TaJs" of Taizhou (Jiangsu).
 */
export function tileNames(names: ReadonlyMap<string, string>, width: number, size: number): Map<string, string> {
  const short = new Map([...names].map(([code, name]) => [code, tightName(name)]));
  const found = new Map([...short].map(([code, name]) => [code, textWidth(name, size) <= width ? name : cut(name)]));
  const count = new Map<string, number>();
  for (const text of found.values()) count.set(text, (count.get(text) ?? 0) + 1);
  for (const [code, text] of found) {
    if ((count.get(text) ?? 0) < 2 || hasHan(text)) continue;
    const rivals = [...short].filter(([other]) => other !== code && found.get(other) === text).map(([, name]) => name);
    found.set(code, apart(short.get(code) as string, rivals));
  }
  return found;
}

function cut(name: string): string {
  const province = /, (\w+)$/.exec(name)?.[1];
  if (province !== undefined) return name.slice(0, 2) + province;
  return [...name].slice(0, hasHan(name) ? 3 : 4).join("");
}

/** Three letters and the first one in which the name differs from those that begin alike, or else its end. */
function apart(name: string, rivals: readonly string[]): string {
  const letters = [...name.replaceAll("'", "")];
  const at = letters.findIndex(
    (letter, i) => i >= 3 && rivals.every((rival) => rival.replaceAll("'", "")[i] !== letter),
  );
  return letters.slice(0, 3).join("") + (at < 0 ? letters.slice(-2).join("").trim() : letters[at]);
}
