import type { Deal } from "./schema.ts";
import type { Tell } from "./tell.ts";

/** Games name parties of the deal, each once, and drafts that there are. */
export function checkGames({ games, parties, mediator, drafts }: Deal, tell: Tell): void {
  const known = Object.keys(parties);
  for (const [name, game] of Object.entries(games)) {
    game.parties.forEach((party, at) => {
      const path = ["games", name, "parties", at];
      const mayBe =
        game.template === "coordinator" && at === 2
          ? [...known, ...(mediator === undefined ? [] : ["mediator"])]
          : known;
      if (!mayBe.includes(party)) tell.unknown(path, party, mayBe, "party");
      else if (game.parties.indexOf(party) !== at)
        tell.add(
          path,
          "party-twice",
          `${party} is there twice, expected each party once`,
          `${party} 出现两次，每一方只应出现一次`,
        );
    });
    if (game.from !== undefined && game.from.length !== game.parties.length)
      tell.add(
        ["games", name, "from"],
        "game-from",
        `has ${game.from.length} shares, expected ${game.parties.length}, one for each party`,
        `有 ${game.from.length} 个比例，应为 ${game.parties.length} 个，每方一个`,
      );
    if (game.template === "three-governments" || Array.isArray(game.benefits)) continue;
    const { draft } = game.benefits as { readonly draft: string };
    if (!Object.hasOwn(drafts, draft))
      tell.unknown(["games", name, "benefits", "draft"], draft, Object.keys(drafts), "draft");
  }
}
