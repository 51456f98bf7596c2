import { useSay } from "../../language/language.ts";
import { words } from "./words.ts";

interface ItemKeysProps {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  readonly onMove: (to: number) => void;
  /** Left out where it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

/** Up, down and out: what is done to an item of a list, by pointer or by keys. */
export function ItemKeys({ name, at, of, onMove, onRemove }: ItemKeysProps) {
  const say = useSay(words);
  return (
    <span className="keys">
      <button type="button" aria-label={say("up", { name })} disabled={at === 0} onClick={() => onMove(at - 1)}>
        ↑
      </button>
      <button type="button" aria-label={say("down", { name })} disabled={at === of - 1} onClick={() => onMove(at + 1)}>
        ↓
      </button>
      <button
        type="button"
        aria-label={say("remove", { name })}
        disabled={onRemove === undefined}
        onClick={() => onRemove?.()}
      >
        ×
      </button>
    </span>
  );
}
