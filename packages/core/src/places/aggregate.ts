/** Names of sums and means over places: no places themselves. */

const whole =
  /^(合计|总计|共计|小计|总数|全国(合计|总计|总数|平均)?|全[省市区](合计|总计|平均)?|地区合计|(sub-?|grand |national )?totals?|national|nationwide|whole country)$/i;
/** 京津冀合计, 各市小计, 全省平均值, 平均: what stands before says whose. */
const summaryEnding = /^\p{Script=Han}{0,12}(合计|总计|小计|平均(值|数|水平)?|均值)$|^(the )?(averages?|means?)$/iu;

/** 合计, 全国, 各市小计, 平均: over everything that stands beside it, or over a group. */
export const isWhole = (name: string): boolean => whole.test(name) || summaryEnding.test(name);

const parts = [
  // 苏南, 粤东西北, 苏南五市; 渝北 is a district of Chongqing, and 陕西 a province
  "([冀晋蒙辽苏浙皖闽赣鲁豫鄂湘粤桂川黔滇][东西南北中]{1,4}|渝[东西][南北]|陕[南北])(地区|[三四五六七八九十\\d]+[市县])?",
  // 东部, 中西部地区, 东部沿海, 东北三省, 西南, 沿海地区
  "(东中西|[东中]西|[东西][南北]|[东中西])部(沿海)?(地区|[三四五六七八九十\\d]+省[市区]?)?",
  "([东西][南北]|华[东南西北中]|沿海|内陆)(地区|[三四五六七八九十\\d]+省[市区]?)?",
  // 东翼, 西翼 and 山区, as Guangdong is divided
  "[东西南北]翼|山区",
  // 珠三角, 长三角地区, 京津冀, 环渤海, 长株潭城市群, 长江经济带
  "\\p{Script=Han}{1,4}三角洲?(核心区|地区|城市群|九市)?|京津冀(地区|城市群)?|环渤海(地区)?",
  "\\p{Script=Han}{1,8}(城市群|城市圈|都市圈|经济圈|经济带|经济区)",
];
const region = new RegExp(`^(${parts.join("|")})$`, "u");
const englishRegion =
  /^((north|south|east|west|northeast|northwest|southeast|southwest)(ern)?|central) china$|^(the )?(pearl|yangtze) river delta$/i;

/** 苏南, 珠三角, 东部地区: over some of the places. A place may be called so (湘西, 黔南): ask a list of places first. */
export const isRegion = (name: string): boolean => region.test(name) || englishRegion.test(name);

/** A sum or mean over places, not a place, unless a list of places knows better. */
export const isAggregate = (name: string): boolean => isWhole(name) || isRegion(name);
