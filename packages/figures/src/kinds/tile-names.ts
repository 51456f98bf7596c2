import { tightName } from "../place-names.ts";
import { hasHan, textWidth } from "../type.ts";

const [usual, least] = [12, 10.4];
const [mostHan, mostLetters] = [3, 6];
const overhang = 2; // of Han over its tile's edge, in pixels

/**
 * What is written on each tile, all in one size: whole names if they fit, at 12 or a little smaller; a longer one is cut to
 * three Han or six Latin letters. Names that would come out alike keep what tells them apart: "TaizJs" of Taizhou
 * (Jiangsu), the last letters of Huaibei and Huainan. Where a tile has no room for six letters no Latin name is written, nor a
 * Han one that does not fit: three letters are no name.
 */
export function tileNames(
  names: ReadonlyMap<string, string>,
  width: number,
): { readonly size: number; readonly written: ReadonlyMap<string, string> } {
  const short = new Map([...names].map(([code, name]) => [code, tightName(name)]));
  const fits = (name: string, size: number): boolean => textWidth(name, size) <= width;
  const size = [...short.values()].every((name) => fits(name, usual)) || width < 2 * usual ? usual : least;
  const isNarrow = width < textWidth("n".repeat(mostLetters), least);
  const found = new Map(
    [...short].flatMap(([code, name]): [string, string][] => {
      const text = fits(name, size) ? name : cut(name, width, size);
      const isWritten = hasHan(text) ? textWidth(text, size) <= width + overhang : !isNarrow;
      return isWritten ? [[code, text]] : [];
    }),
  );
  const count = new Map<string, number>();
  for (const text of found.values()) count.set(text, (count.get(text) ?? 0) + 1);
  for (const [code, text] of found) {
    if ((count.get(text) ?? 0) < 2 || hasHan(text)) continue;
    const rivals = [...short].filter(([other]) => other !== code && found.get(other) === text).map(([, name]) => name);
    found.set(code, apart(short.get(code) as string, rivals, [...text].length));
  }
  return { size, written: found };
}

function cut(name: string, width: number, size: number): string {
  if (hasHan(name)) return [...name].slice(0, mostHan).join("");
  const province = /, (\w+)$/.exec(name)?.[1] ?? "";
  const letters = [...name.replace(/, \w+$/, "")].slice(0, mostLetters - province.length);
  while (letters.length > 2 && textWidth(letters.join("") + province, size) > width) letters.pop();
  return letters.join("") + province;
}

/** All but the last letter, and the first one in which the name differs from those that begin alike, or else its end. */
function apart(name: string, rivals: readonly string[], length: number): string {
  const letters = [...name.replaceAll("'", "")];
  const kept = Math.max(2, length - 1);
  const at = letters.findIndex(
    (letter, i) => i >= kept && rivals.every((rival) => rival.replaceAll("'", "")[i] !== letter),
  );
  return letters.slice(0, kept).join("") + (at < 0 ? letters.slice(-1).join("").trim() : letters[at]);
}
