import { z } from "zod";
import { text } from "../study/schema-parts.ts";
import { name, quantity } from "./rule-schema.ts";

/**
 * Games around a deal: the templates of game/evolutionary, with amounts that are numbers, names or expressions of the deal, in its
 * currency, and with what a draft gives each party where a benefit is not written but reckoned.
 */
const ofTwo = z.array(quantity).length(2);
const ofThree = z.array(quantity).length(3);
const amount = quantity.default(0);

const about = {
  title: text,
  from: z.array(z.number().min(0).max(1)).optional().describe("Where the parties stand: a share each, in their order"),
  vary: z
    .strictObject({ parameter: z.string(), from: quantity, to: quantity })
    .optional()
    .describe("An amount, and the range that it goes through: costs.1 for the first of a list"),
  note: text.optional(),
};

const agreement = {
  ...about,
  benefits: z
    .union([ofTwo, z.strictObject({ draft: name })])
    .describe("What each gains when both keep to it: amounts, or what a draft gives each beyond its outside option"),
  costs: ofTwo.describe("What keeping to it costs each, beyond what a draft's own flows count"),
  temptations: ofTwo.describe("What each takes by breaking it while the other keeps to it"),
  fund: amount.describe("Paid to each who keeps to it"),
  fine: amount.describe("Levied on each who does not and is found out"),
  detection: quantity.default(1).describe("Chance of being found out"),
};

export const gameSchema = z.discriminatedUnion("template", [
  z.strictObject({ template: z.literal("two-governments"), parties: z.array(name).length(2), ...agreement }),
  z.strictObject({
    template: z.literal("coordinator"),
    parties: z.array(name).length(3).describe("Two parties, and who may step in: a third party or mediator"),
    ...agreement,
    inspection: quantity,
    blame: quantity,
    merit: amount,
  }),
  z.strictObject({
    template: z.literal("three-governments"),
    parties: z.array(name).length(3),
    ...about,
    gains: ofThree,
    costs: ofThree,
    poaching: ofThree,
    fund: amount,
  }),
]);
export type DealGame = z.output<typeof gameSchema>;

/** Amounts of a game as they are written, where, and the unit that each must come in. */
export interface GameAmount {
  readonly at: readonly (string | number)[];
  /** As the template calls it: `costs.1`. */
  readonly parameter: string;
  readonly written: string | number;
  readonly unit: string;
}

const amounts = [
  ...["benefits", "gains", "costs", "temptations", "poaching"],
  ...["fund", "fine", "detection", "inspection", "blame", "merit"],
];

/** The only amount that is a chance. */
export const unitOfAmount = (parameter: string, currency: string): string =>
  parameter === "detection" ? "1" : currency;

export function amountsOf(game: DealGame, currency: string): GameAmount[] {
  const entries = amounts.flatMap((parameter): GameAmount[] => {
    const written = (game as Readonly<Record<string, unknown>>)[parameter] as
      | string
      | number
      | readonly (string | number)[]
      | { readonly draft: string }
      | undefined;
    const unit = unitOfAmount(parameter, currency);
    if (Array.isArray(written))
      return written.map((each, at) => ({
        at: [parameter, at],
        parameter: `${parameter}.${at + 1}`,
        written: each,
        unit,
      }));
    if (typeof written === "string" || typeof written === "number")
      return [{ at: [parameter], parameter, written, unit }];
    return [];
  });
  const { vary } = game;
  if (vary === undefined) return entries;
  const unit = unitOfAmount(vary.parameter, currency);
  return [
    ...entries,
    { at: ["vary", "from"], parameter: "vary.from", written: vary.from, unit },
    { at: ["vary", "to"], parameter: "vary.to", written: vary.to, unit },
  ];
}
