import { fixed } from "@conurb/figures";
import { memo } from "react";
import { useSay } from "../../language/language.ts";
import type { Knob } from "./lab-recipe.ts";
import { words } from "./words.ts";

const least = 0.05; // a weight is above 0; what is to be left out is taken out of the tree
const most = 4;

interface WeightTreeProps {
  readonly knobs: readonly Knob[];
  readonly moved: Readonly<Record<string, number>>;
  /** Part of the whole, by id. */
  readonly shares: Readonly<Record<string, number>> | undefined;
  readonly titleOf: (id: string) => string;
  readonly onMove: (knob: Knob, weight: number) => void;
  readonly onRest: (knob: Knob, weight: number) => void;
}

/** Aspects and indicators, a slider each. One that stands beside no other has nothing to be weighed against. */
export function WeightTree({ knobs, moved, shares, titleOf, onMove, onRest }: WeightTreeProps) {
  const onBranch = (branch: string): number => knobs.filter((knob) => branchOf(knob) === branch).length;
  return (
    <ul className="knobs">
      {knobs.map((knob) => (
        <KnobRow
          key={knob.id}
          knob={knob}
          name={titleOf(knob.id)}
          isAlone={onBranch(branchOf(knob)) === 1}
          weight={moved[knob.id] ?? knob.weight}
          share={shares?.[knob.id] === undefined ? "" : fixed(100 * shares[knob.id]!, 1)}
          onMove={onMove}
          onRest={onRest}
        />
      ))}
    </ul>
  );
}

/** What is weighed against each other hangs on one branch. */
const branchOf = ({ path }: Knob): string => path.slice(0, -2).join(" ");

interface KnobRowProps extends Pick<WeightTreeProps, "onMove" | "onRest"> {
  readonly knob: Knob;
  readonly name: string;
  readonly weight: number;
  readonly share: string;
  readonly isAlone: boolean;
}

const KnobRow = memo(function KnobRow({ knob, name, weight, share, isAlone, onMove, onRest }: KnobRowProps) {
  const say = useSay(words);
  const id = `knob-${knob.id}`;
  const rest = (event: { readonly currentTarget: HTMLInputElement }) => onRest(knob, Number(event.currentTarget.value));
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
        step={0.05}
        value={weight}
        disabled={isAlone}
        title={isAlone ? say("alone") : undefined}
        aria-valuetext={say("share", { share })}
        onChange={(event) => onMove(knob, Number(event.target.value))}
        onPointerUp={rest}
        onKeyUp={rest}
        onBlur={rest}
      />
    </li>
  );
});
