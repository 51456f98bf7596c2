import type { Method } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

const h = (0.9 / 1.34) * 3 ** -0.2;
const phi = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Three plants 1, 3 and 3 km apart, which are the middles of bins of 2 km. */
export const durantonWorked: Method["worked"] = {
  source: {
    en: "by hand: distances 1, 3, 3 have deviation sqrt(4/3) and quartiles 2 and 3, so h = .9 (1 / 1.34) / 3^(1/5); at distance 0 the fold counts each pair twice",
    zh: "手算：距离 1、3、3 的标准差为 √(4/3)，四分位数 2 与 3，故 h = .9 (1 / 1.34) / 3^(1/5)；距离 0 处折叠使各对计两次",
  },
  inputs: {
    points: makeTable(
      "points",
      [],
      [
        labels("sector", ["x", "x", "x"]),
        numbers("lon", "km", [0, 1, 0.5]),
        numbers("lat", "km", [0, 0, Math.sqrt(8.75)]),
      ],
    ),
  },
  options: { coordinates: "kilometres", draws: 0, least: 2, cutoff: 4, steps: 4, bin: 2 },
  gives: {
    "industries[0].bandwidth": h,
    "curves[0].density": (2 * (phi(1 / h) + 2 * phi(3 / h))) / (3 * h),
    "curves[1].density": (phi(0) + phi(2 / h) + 2 * (phi(2 / h) + phi(4 / h))) / (3 * h),
  },
};
