import { ratioText } from "./money.ts";
import { monthOf, yearOf } from "./month.ts";
import { parksOf } from "./parks.ts";
import { byParty } from "./roles.ts";
import { isSharing, type Rule } from "./rule.ts";
import type { Deal, Move } from "./schema.ts";
import type { Path, Tell } from "./tell.ts";

/** Years that an enterprise can have moved in, or may move in. */
const [firstYear, lastYear] = [1900, 2200];

/** Who moves from whom to whom and when, in an order that can be. */
export function checkEnterprises({ enterprises, parties }: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  const sharing = [...rules.values()].filter(isSharing);
  const longest = Math.max(0, ...sharing.map(({ years, extension }) => years + extension));
  const known = Object.keys(parties);
  for (const [name, { moves, left, expected }] of Object.entries(enterprises)) {
    let before: number | undefined;
    if (expected !== undefined && moves.length > 1)
      tell.add(
        ["enterprises", name, "expected"],
        "expected-one-move",
        `looks ahead at ${moves.length} moves, expected one: what is paid is settled over many moves, what is expected over one`,
        `预期涉及 ${moves.length} 次迁移，应为一次：已缴税款可按多次迁移结算，预期只能按一次`,
        { en: "write each move as an enterprise of its own", zh: "请将每次迁移写为一家企业" },
      );
    moves.forEach((move, at) => {
      const path = ["enterprises", name, "moves", at];
      for (const end of ["from", "to"] as const)
        if (!known.includes(move[end])) tell.unknown([...path, end], move[end], known, "party");
      if (move.from === move.to)
        tell.add(
          [...path, "to"],
          "move-nowhere",
          `is ${move.to}, which it leaves; expected another party`,
          `为 ${move.to}，与迁出地相同，应为另一方`,
        );
      const [registered, produces] = [
        readMonth([...path, "registered"], move.registered, tell),
        readMonth([...path, "produces"], move.produces, tell),
      ];
      if (registered !== undefined && produces !== undefined && Math.abs(produces - registered) > 600)
        tell.add(
          [...path, "produces"],
          "dates-apart",
          "lies more than fifty years from the change of registration",
          "与登记变更相距五十年以上",
        );
      if (before !== undefined && registered !== undefined && registered <= before)
        tell.add(
          [...path, "registered"],
          "moves-order",
          `is ${move.registered}, expected a month after the move before it`,
          `为 ${move.registered}，应晚于前一次迁移`,
        );
      checkTransfers([...path, "transfers"], move, longest, tell);
      before = registered ?? before;
    });
    const gone = readMonth(["enterprises", name, "left"], left, tell);
    if (gone !== undefined && expected !== undefined)
      tell.add(
        ["enterprises", name, "left"],
        "left-expected",
        "has left, and more is expected of it; expected one of the two",
        "已注明离开，又写有预期税收，两者只应写其一",
        { en: "the chance that it closes is expected.fails", zh: "关停概率请写在 expected.fails" },
      );
    if (gone !== undefined && before !== undefined && gone <= before)
      tell.add(
        ["enterprises", name, "left"],
        "moves-order",
        `is ${left}, expected a month after its last move`,
        `为 ${left}，应晚于最后一次迁移`,
      );
  }
}

/** Transfers whose month or year could not be found would be taken as in time; none comes before the move. */
function checkTransfers(path: Path, { transfers = [], registered }: Move, longest: number, tell: Tell): void {
  const moved = monthOf(registered);
  transfers.forEach(({ year, on }, at) => {
    const month = readMonth([...path, at, "on"], on, tell);
    if (month !== undefined && moved !== undefined && month < moved)
      tell.add(
        [...path, at, "on"],
        "transfer-early",
        `is ${on}, expected a month from ${registered} on, when the registration changed`,
        `为 ${on}，应不早于登记变更月份 ${registered}`,
      );
    if (transfers.findIndex((each) => each.year === year) !== at)
      tell.add([...path, at, "year"], "year-twice", `is ${year}, which is there already`, `为 ${year}，已出现过`);
    else if (longest > 0 && year > longest)
      tell.add(
        [...path, at, "year"],
        "year-outside",
        `is ${year}, expected a year of sharing, 1 to ${longest}`,
        `为 ${year}，应为分享年度 1 至 ${longest}`,
      );
  });
}

function readMonth(path: Path, written: string | undefined, tell: Tell): number | undefined {
  if (written === undefined) return undefined;
  const month = monthOf(written);
  if (month === undefined)
    tell.add(
      path,
      "month-unreadable",
      `is ${written}, expected a month such as 2016-05`,
      `为 ${written}，应为月份，如 2016-05`,
    );
  else if (yearOf(month) < firstYear || yearOf(month) > lastYear)
    tell.add(
      path,
      "month-outside",
      `is ${written}, expected a year from ${firstYear} to ${lastYear}`,
      `为 ${written}，年份应在 ${firstYear} 至 ${lastYear} 之间`,
    );
  return month;
}

export function checkFlows(deal: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  const { flows, parties, enterprises, years: horizon } = deal;
  flows.forEach((flow, at) => {
    const { party, needs = [], follows, input, years } = flow;
    const [first, last] = years;
    const path = ["flows", at];
    for (const who of [party, ...needs])
      if (!Object.hasOwn(parties, who)) tell.unknown(path, who, Object.keys(parties), "party");
    for (const [key, name] of Object.entries({ follows, input }))
      if (typeof name === "string" && !Object.hasOwn(enterprises, name))
        tell.unknown([...path, key], name, Object.keys(enterprises), "enterprise");
    checkPark(deal, rules, at, tell);
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= horizon))
      tell.add(
        [...path, "years"],
        "years-outside",
        `is ${first}, ${last}, expected whole years from 1 to ${horizon}, in order`,
        `为 ${first}、${last}，应为 1 至 ${horizon} 之间的整数年，先后有序`,
      );
  });
}

/** An outlay that does not say which park it is for is borne alike whichever it is. */
function checkPark(
  { drafts, enterprises, flows }: Deal,
  rules: ReadonlyMap<string, Rule>,
  at: number,
  tell: Tell,
): void {
  const ahead = Object.entries(enterprises).flatMap(([name, { moves, expected }]) =>
    expected === undefined ? [] : [{ name, move: moves[0] }],
  );
  for (const [draft, { rules: own }] of Object.entries(drafts)) {
    const parks = parksOf(
      flows[at],
      own.flatMap((name) => rules.get(name) ?? []),
      ahead,
    );
    const bearers = parks.map(({ name, inputs, move }) => {
      const shares = [...byParty(inputs, move)].map(([party, share]) => `${party} ${ratioText(share)}`).sort();
      return { name, shares: shares.join(", ") };
    });
    const other = bearers.find(({ shares }) => shares !== bearers[0].shares);
    if (other === undefined) continue;
    tell.add(
      ["flows", at, "input"],
      "input-open",
      `may be for ${bearers[0].name} (${bearers[0].shares}) or ${other.name} (${other.shares}) under draft ${draft}, expected the name of the enterprise`,
      `在方案 ${draft} 下可能属于 ${bearers[0].name}（${bearers[0].shares}）或 ${other.name}（${other.shares}），应写明企业名称`,
      {
        en: `write input: ${bearers[0].name}, the enterprise whose park it is for`,
        zh: `可写 input: ${bearers[0].name}（所属园区的企业）`,
      },
    );
    return;
  }
}
