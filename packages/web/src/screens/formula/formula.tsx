import "./formula.css";
import { useMemo } from "react";
import { useBench } from "../../bench/use-bench.ts";
import { useSay } from "../../language/language.ts";
import { NextStep } from "../../offers/next-step.tsx";
import { useAddress } from "../../shell/address.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { rankings } from "../scoreboard/board-data.ts";
import { Lab } from "./lab.tsx";
import { writtenRecipes } from "./lab-recipe.ts";
import { words } from "./words.ts";

/** The lab of the ranking that the address names, else of the first that draws from a recipe. */
export default function Formula() {
  const { outline, text } = useBench();
  const say = useSay(words);
  const address = useAddress();
  const written = useMemo(() => writtenRecipes(text), [text]);
  const all = useMemo(() => (outline === undefined ? [] : rankings(outline)), [outline]);
  const able = all.flatMap((each) => {
    const recipe = written.get(each.analysis.name);
    return "normalisations" in each.analysis.options && recipe !== undefined ? [{ ...each, written: recipe }] : [];
  });
  const chosen = able.find(({ analysis }) => analysis.name === address.get("of")) ?? able[0];
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")} rail={<ClusterPart />}>
        <NextStep screen="formula" />
      </Page>
    );
  }
  return <Lab key={chosen.analysis.name} outline={outline} all={able} chosen={chosen} />;
}
