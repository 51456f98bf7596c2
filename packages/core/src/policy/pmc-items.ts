import { InputError } from "../contract/errors.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { suggestion } from "../language/suggestion.ts";

const method = "pmc-index";

/** The columns that a variable consists of. */
export function itemsOf(
  variable: string,
  wanted: readonly string[],
  items: readonly NamedNumbers[],
): readonly NamedNumbers[] {
  if (wanted.length === 0) {
    throw new InputError({
      code: "variable-empty",
      text: { en: `${method}: variable ${variable} has no items`, zh: `${method}：变量 ${variable} 没有子项` },
    });
  }
  const twice = wanted.find((name, at) => wanted.indexOf(name) < at);
  if (twice !== undefined) {
    throw new InputError({
      code: "item-repeated",
      text: {
        en: `${method}: variable ${variable} has the item ${twice} twice, expected once`,
        zh: `${method}：变量 ${variable} 的子项 ${twice} 重复，应只出现一次`,
      },
    });
  }
  return wanted.map((name) => {
    const found = items.find((each) => each.name === name);
    if (found !== undefined) return found;
    const names = items.map((each) => each.name);
    const hint = suggestion(name, names);
    throw new InputError({
      code: "item-unknown",
      text: {
        en: `${method}: variable ${variable} has an item ${name}, but the columns are ${names.join(", ")}`,
        zh: `${method}：变量 ${variable} 的子项 ${name} 不在列中；现有列：${names.join("、")}`,
      },
      ...(hint === undefined ? {} : { hint }),
    });
  });
}

/** An item is 0 or 1, or a share where shares are admitted. */
export function checkItem(policy: string, item: string, value: number, items: "binary" | "fraction"): void {
  if (items === "fraction" ? value >= 0 && value <= 1 : value === 0 || value === 1) return;
  const [en, zh] = items === "fraction" ? ["0 to 1", "0 至 1"] : ["0 or 1", "0 或 1"];
  throw new InputError({
    code: "item-out-of-range",
    text: {
      en: `${method}: ${item} of ${policy} is ${value}, expected ${en}`,
      zh: `${method}：${policy} 的 ${item} 为 ${value}，应为 ${zh}`,
    },
    ...(items === "binary" && value > 0 && value < 1
      ? { hint: { en: "items: fraction admits shares", zh: "items: fraction 允许小数" } }
      : {}),
  });
}
