import type { FindingValue } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import type { Evidence } from "./verdict-evidence.ts";
import { type RuleName, sentences } from "./verdict-words.ts";

/** What a rule found: in favour of the effect, against it, or so that nothing can be told. */
export type Side = "for" | "against" | "decides";

export interface Ground {
  readonly rule: RuleName;
  readonly side: Side;
  /** The analysis whose number it is. */
  readonly analysis: string | undefined;
  /** The number and what it is held against; `NaN` where there is none. */
  readonly value: number;
  readonly threshold: number;
  readonly text: Text;
  readonly values: Readonly<Record<string, FindingValue>>;
  /** One number in the outcome's unit, or the two ends of a range: it stands after the words. */
  readonly amounts: readonly number[];
}

interface More {
  readonly of?: Evidence | undefined;
  readonly held?: readonly [value: number, threshold: number];
  readonly values?: Readonly<Record<string, FindingValue>>;
  /** Which of the rule's sentences, where it has several for a side. */
  readonly says?: string;
  readonly amounts?: readonly number[];
}

/** A ground in the words that its rule has for this side. */
export function ground(rule: RuleName, side: Side, { of, held, values, says = side, amounts = [] }: More = {}): Ground {
  const [value, threshold] = held ?? [Number.NaN, Number.NaN];
  const text = (sentences[rule] as Readonly<Record<string, Text>>)[says] as Text;
  const named = of === undefined ? {} : { of: { text: of.title } };
  return { rule, side, analysis: of?.analysis, value, threshold, text, values: { ...named, ...values }, amounts };
}
