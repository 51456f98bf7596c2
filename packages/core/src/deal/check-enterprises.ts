import { monthOf } from "./month.ts";
import { isSharing, type Rule } from "./rule.ts";
import type { Deal, Move } from "./schema.ts";
import type { Path, Tell } from "./tell.ts";

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
      if (registered !== undefined && produces !== undefined && produces < registered - 600)
        tell.add(
          [...path, "produces"],
          "dates-apart",
          "lies fifty years before the change of registration",
          "早于登记变更五十年以上",
        );
      if (before !== undefined && registered !== undefined && registered <= before)
        tell.add(
          [...path, "registered"],
          "moves-order",
          `is ${move.registered}, expected a month after the move before it`,
          `为 ${move.registered}，应晚于前一次迁移`,
        );
      checkTransfers([...path, "transfers"], move.transfers ?? [], longest, tell);
      before = registered ?? before;
    });
    const gone = readMonth(["enterprises", name, "left"], left, tell);
    if (gone !== undefined && before !== undefined && gone <= before)
      tell.add(
        ["enterprises", name, "left"],
        "moves-order",
        `is ${left}, expected a month after its last move`,
        `为 ${left}，应晚于最后一次迁移`,
      );
  }
}

/** Transfers whose month or year could not be found would be taken as in time. */
function checkTransfers(path: Path, transfers: NonNullable<Move["transfers"]>, longest: number, tell: Tell): void {
  transfers.forEach(({ year, on }, at) => {
    readMonth([...path, at, "on"], on, tell);
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
  return month;
}

export function checkFlows({ flows, parties, enterprises, years: horizon }: Deal, tell: Tell): void {
  flows.forEach(({ party, needs = [], follows, years: [first, last] }, at) => {
    const path = ["flows", at];
    for (const who of [party, ...needs])
      if (!Object.hasOwn(parties, who)) tell.unknown(path, who, Object.keys(parties), "party");
    if (follows !== undefined && !Object.hasOwn(enterprises, follows))
      tell.unknown([...path, "follows"], follows, Object.keys(enterprises), "enterprise");
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= horizon))
      tell.add(
        [...path, "years"],
        "years-outside",
        `is ${first}, ${last}, expected whole years from 1 to ${horizon}, in order`,
        `为 ${first}、${last}，应为 1 至 ${horizon} 之间的整数年，先后有序`,
      );
  });
}
