import "./gallery.css";
import type { ReactNode } from "react";
import { useRoute } from "wouter";
import { useBench, useResult } from "../../bench/use-bench.ts";
import { useSay } from "../../language/language.ts";
import { NextStep } from "../../offers/next-step.tsx";
import type { Offering } from "../../offers/offers.ts";
import { ClusterPart } from "../../shell/cluster-part.tsx";
import { Page } from "../../shell/page.tsx";
import { ShownView } from "./shown-view.tsx";
import { viewsOf } from "./views-of.ts";
import { ViewsPart } from "./views-part.tsx";
import { words } from "./words.ts";

interface GalleryProps {
  readonly screen: Offering;
  readonly families: readonly string[];
  /** Of the rail, before the views. */
  readonly before?: ReactNode;
}

/** One view at a time of the study's analyses of some families. */
export function Gallery({ screen, families, before }: GalleryProps) {
  const { outline } = useBench();
  const say = useSay(words);
  const [, asked] = useRoute(`/${screen}/*`);
  const { views, lacking } = viewsOf(outline, families);
  const chosen = views.find(({ id }) => id === asked?.["*"]) ?? views[0];
  const whole = useResult(chosen?.analysis);
  const rail = (
    <>
      <ClusterPart withAll />
      {before}
      <ViewsPart screen={screen} title={say("views")} views={views} chosen={chosen} lacking={lacking} />
    </>
  );
  if (outline === undefined || chosen === undefined) {
    return (
      <Page headline={say("none")} rail={rail}>
        <NextStep screen={screen} />
      </Page>
    );
  }
  return (
    <ShownView
      key={chosen.id}
      outline={outline}
      analysis={chosen.analysis}
      view={chosen.view}
      whole={whole}
      rail={rail}
    />
  );
}
