import { coversMove } from "./qualify.ts";
import type { Rule, Shares, SharingRule } from "./rule.ts";
import type { Flow, Move } from "./schema.ts";

/** An enterprise whose rule says who bears the outlay on its park. */
export interface Park {
  readonly rule: SharingRule;
  readonly inputs: Shares;
  readonly name: string;
  readonly move: Move;
}

/** The parks that an outlay may be for: of the enterprise that it names, or follows; of any where it says neither. */
export function parksOf(
  { input, follows }: Pick<Flow, "input" | "follows">,
  rules: readonly Rule[],
  enterprises: readonly { readonly name: string; readonly move: Move }[],
): Park[] {
  if (input === false) return [];
  const meant = input === true ? follows : input;
  return enterprises
    .filter(({ name }) => meant === undefined || name === meant)
    .flatMap(({ name, move }) =>
      rules.flatMap((rule) =>
        rule.kind === "enclave" && rule.inputs !== undefined && coversMove(rule, move)
          ? [{ rule, inputs: rule.inputs, name, move }]
          : [],
      ),
    );
}
