import { fixed } from "@conurb/figures";
import { memo } from "react";
import { useSay } from "../../language/language.ts";
import type { Knob } from "./lab-recipe.ts";
import type { WeightsInHand } from "./use-weights.ts";
import { words } from "./words.ts";

const step = 0.05;
const least = step; // a weight is above 0; what is to be left out is taken out of the tree
const most = 4;

interface WeightTreeProps extends WeightsInHand {
  readonly knobs: readonly Knob[];
  /** Part of the whole, by id. */
  readonly shares: Readonly<Record<string, number>> | undefined;
  readonly titleOf: (id: string) => string;
}

/** Aspects and indicators, a slider each. One that stands beside no other has nothing to be weighed against. */
export function WeightTree({ knobs, moved, shares, titleOf, onMove, onRest }: WeightTreeProps) {
  return (
    <ul className="knobs">
      {knobs.map((knob) => {
        const share = shares?.[knob.id];
        return (
          <KnobRow
            key={knob.id}
            knob={knob}
            name={titleOf(knob.id)}
            weight={moved[knob.id] ?? knob.weight}
            share={share === undefined ? undefined : fixed(100 * share, 1)}
            onMove={onMove}
            onRest={onRest}
          />
        );
      })}
    </ul>
  );
}

interface KnobRowProps extends Pick<WeightTreeProps, "onMove" | "onRest"> {
  readonly knob: Knob;
  readonly name: string;
  readonly weight: number;
  /** In percent of the whole, as it is written. */
  readonly share: string | undefined;
}

const KnobRow = memo(function KnobRow({ knob, name, weight, share, onMove, onRest }: KnobRowProps) {
  const say = useSay(words);
  const id = `knob-${knob.id}`;
  const rest = (event: { readonly currentTarget: HTMLInputElement }) => onRest(knob, Number(event.currentTarget.value));
  const told = { weight: fixed(weight, 2), share: share ?? "" };
  return (
    <li className={knob.isAspect ? "aspect" : undefined}>
      <label htmlFor={id} title={say("pathOf", { path: knob.path.join(".") })}>
        {name}
      </label>
      <output htmlFor={id}>{share}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={weight}
        disabled={knob.isAlone}
        title={knob.isAlone ? say("alone") : undefined}
        aria-valuetext={say(share === undefined ? "weighs" : "weighsOfWhole", told)}
        onChange={(event) => onMove(knob, Number(event.target.value))}
        onPointerUp={rest}
        onKeyUp={rest}
        onBlur={rest}
      />
    </li>
  );
});
