import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { evidenceOn } from "./evidence.ts";
import { words } from "./words.ts";

/** How each indicator of a set is made, and what is known of it from others. */
export function Definition({ set }: { readonly set: Outline["indicators"][number] }) {
  const say = useSay(words);
  const language = useLanguage();
  const { text } = useBench();
  const evidence = useMemo(() => evidenceOn(text, set.leaves), [text, set]);
  return (
    <>
      <section className="read">
        <h3>{say("definition")}</h3>
        {set.leaves.map(({ id, title: called, expr, unit, note }) => (
          <p key={id}>
            <b>{called?.[language] ?? id}</b>
            <br />
            <span className="mono">
              {expr} {unit === undefined ? "" : `[${unit}]`}
            </span>
            {note !== undefined && <span className="quiet"> {note[language]}</span>}
          </p>
        ))}
      </section>
      {evidence.length > 0 && (
        <section className="read">
          <h3>{say("evidence")}</h3>
          {evidence.map(({ name, text: said, source }) => (
            <p key={name}>
              {said[language]} <span className="quiet">{source[language]}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}
