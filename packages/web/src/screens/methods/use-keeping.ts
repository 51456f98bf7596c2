import { useEffect, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { setAt } from "../../bench/edit-text.ts";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useAddress } from "../../shell/address.ts";
import { keptInputs } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";
import type { Asked } from "./use-method.ts";

interface Kept {
  readonly name: string;
  readonly asked: string;
  readonly before: string | undefined;
}

/** What is asked becomes an analysis of the study, or changes one; once that was run, the page is that of the analysis. */
export function useKeeping(method: MethodEntry, outline: Outline, asked: Asked, used: OutlineAnalysis | undefined) {
  const address = useAddress();
  const { version, outlineVersion } = useBench();
  const [kept, setKept] = useState<Kept>();
  const text = JSON.stringify(asked);
  const on = keptInputs(asked);
  const isChanged = Object.keys(asked.options).length > 0;
  const name = used?.name ?? newName(method, outline);
  const isKept = kept !== undefined && kept.asked === text;
  const hasRun =
    isKept &&
    outlineVersion === version &&
    outlineVersion !== kept.before &&
    outline.analyses.some((each) => each.name === kept.name && each.key !== undefined);
  const keptName = kept?.name;
  useEffect(() => {
    if (hasRun) address.set({ of: keptName, ask: undefined }, "quietly");
  }, [hasRun, keptName, address]);
  const keep = () => {
    setKept({ name, asked: text, before: outlineVersion });
    const given = isChanged ? { with: asked.options } : {};
    bench.edit((study) =>
      used === undefined
        ? setAt(study, ["analyses", name], { use: method.id, on, ...given })
        : Object.entries(asked.options).reduce(
            (now, [option, value]) => setAt(now, ["analyses", used.name, "with", option], value),
            study,
          ),
    );
  };
  const isNew = asked.as === undefined && on !== undefined && Object.keys(on).length > 0;
  return {
    name,
    keep,
    canKeep: !isKept && (used === undefined ? isNew : isChanged),
    /** The analysis that was just kept, where it is what the page shows. */
    stands: isKept || (used !== undefined && used.name === keptName && !isChanged),
  };
}

/** A name that the study does not have yet, after the method. */
function newName({ id }: MethodEntry, { analyses, datasets, indicators }: Outline): string {
  const taken = new Set([...analyses, ...datasets, ...indicators].map(({ name }) => name));
  const stem = id.split("/")[1] as string;
  if (!taken.has(stem)) return stem;
  for (let at = 2; ; at += 1) if (!taken.has(`${stem}-${at}`)) return `${stem}-${at}`;
}
