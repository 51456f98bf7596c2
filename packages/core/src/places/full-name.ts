import type { Text } from "../language/text.ts";
import { type DatedPlace, inForce } from "./dated-place.ts";
import { isChinese } from "./name-forms.ts";
import type { PlaceIndex } from "./place-index.ts";

/** A name with the place above it, which tells it from others of the same name: 长春市朝阳区, `Jilin, Jilin`. */
export function fullName({ name, parent }: DatedPlace, index: PlaceIndex, year?: number): Text {
  const above = (index.byCode.get(parent ?? "") ?? []).find((place) => inForce(place, year))?.name;
  if (above === undefined) return name;
  // English names of the lists that are not theirs alone have it in brackets: Gulou (Nanjing)
  const en = name.en.endsWith(")") ? name.en : `${name.en}, ${above.en}`;
  return { en, zh: isChinese(name.zh) && isChinese(above.zh) ? `${above.zh}${name.zh}` : en };
}
