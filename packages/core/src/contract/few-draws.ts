import type { Text } from "../language/text.ts";
import type { Warning } from "./method.ts";

/** With fewer, less than five draws lie beyond an end at 5 %, and a p of .05 rests on as few. */
const enough = 99;

/** What rests on draws is another with every seed where the draws are few; none asked for is no such case. */
export function fewDraws(draws: number, what: Text): Warning[] {
  if (draws === 0 || draws >= enough) return [];
  return [
    {
      code: "few-draws",
      text: {
        en: `${draws} draws are too few: another seed would give other ${what.en}; ask for at least ${enough}`,
        zh: `仅抽取 ${draws} 次，次数过少：换一个随机种子，${what.zh}就会不同；建议至少 ${enough} 次`,
      },
    },
  ];
}
