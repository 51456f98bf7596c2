import { useEffect } from "react";
import { lookAt } from "../../figures/linked.ts";
import { useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { takesLetters } from "../../shell/typing.ts";
import { words } from "./words.ts";

/** The two forms of a view, which the key T changes too. */
export function FigureOrTable({ asTable }: { readonly asTable: boolean }) {
  const say = useSay(words);
  const address = useAddress();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || takesLetters(event.target)) return;
      address.set({ as: asTable ? undefined : "table" }, "quietly");
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
      lookAt(undefined);
    };
  }, [address, asTable]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span className="seg" role="group" aria-label={say("views")}>
      <button type="button" aria-pressed={!asTable} onClick={() => address.set({ as: undefined }, "quietly")}>
        {say("figure")}
      </button>
      <button type="button" aria-pressed={asTable} onClick={() => address.set({ as: "table" }, "quietly")}>
        {say("table")}
      </button>
    </span>
  );
}
