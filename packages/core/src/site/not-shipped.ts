import type { Text } from "../language/text.ts";

/** Why figures that a site was made without cannot be seen there. */
export function notShipped(name: string): Text {
  return {
    en: `${name}: its figures are not part of this site`,
    zh: `${name}：其数据未随本站发布`,
  };
}
