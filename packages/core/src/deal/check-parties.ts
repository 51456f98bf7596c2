import type { Deal } from "./schema.ts";
import type { Tell } from "./tell.ts";

/** Groups double with each party: what each can have by itself is told up to here. */
export const mostSplit = 12;

/** Who sits at the table: each party once, under a name of its own. */
export function checkParties({ parties, table, drafts, against, enterprises }: Deal, tell: Tell, notes: Tell): void {
  const names = Object.keys(parties);
  if (names.length > mostSplit && Object.values(enterprises).some(({ expected }) => expected !== undefined))
    notes.add(
      ["parties"],
      "parties-many",
      `there are ${names.length} parties: what groups could have by themselves, and splits, are told of up to ${mostSplit}`,
      `共有 ${names.length} 方：各种联合的单独所得与分法仅在不超过 ${mostSplit} 方时给出`,
    );
  if (names.length < 2)
    tell.add(
      ["parties"],
      "parties-few",
      `there is ${names.length} party, expected at least 2`,
      `只有 ${names.length} 方，至少应有 2 方`,
    );
  names.forEach((name, at) => {
    const { place, title, outside } = parties[name];
    const twin = names.slice(0, at).find((other) => {
      const { place: where, title: called } = parties[other];
      return (place !== undefined && where === place) || called.en === title.en || called.zh === title.zh;
    });
    if (twin !== undefined)
      tell.add(
        ["parties", name],
        "party-twice",
        `${name} and ${twin} are the same party (${place ?? title.en}), expected each party once`,
        `${name} 与 ${twin} 是同一方（${place ?? title.zh}），每一方只应出现一次`,
        { en: "take one of them out", zh: "请删去其中一个" },
      );
    if (outside === undefined)
      notes.add(
        ["parties", name],
        "no-outside-option",
        "no outside option is stated: without the deal it is taken to have nothing beside what the flows call forgone",
        "未写明外部选项：没有协议时，除 flows 中标明放弃的部分外，视为一无所得",
        {
          en: "say outside: AMOUNT, the present value of what it has without the deal",
          zh: "可写 outside: 金额（没有协议时所得的现值）",
        },
      );
  });
  if (["centre", "origin", "host", "mediator"].some((word) => names.includes(word)))
    tell.add(
      ["parties"],
      "party-reserved",
      "origin, host, centre and mediator have a meaning of their own in a deal, expected other names",
      "origin、host、centre、mediator 在协议中另有含义，参与方应另取名称",
    );
  for (const [key, draft] of Object.entries({ table, against }))
    if (draft !== undefined && !Object.hasOwn(drafts, draft)) tell.unknown([key], draft, Object.keys(drafts), "draft");
}
