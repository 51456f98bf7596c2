import { useRoute } from "wouter";
import { useBench } from "../../bench/use-bench.ts";
import { Gallery } from "../gallery/gallery.tsx";
import { Answer } from "./answer.tsx";
import { basisOf } from "./basis.ts";
import { families, panelAt, Questions, screen } from "./questions.tsx";

/** Five questions about who makes what, then whatever else the study computes of structure. */
export default function Structure() {
  const { outline } = useBench();
  const [, asked] = useRoute(`/${screen}/*`);
  if (outline === undefined || basisOf(outline) === undefined) return <Gallery screen={screen} families={families} />;
  const panel = panelAt(outline, asked?.["*"]);
  if (panel !== undefined) return <Answer key={panel.id} panel={panel} outline={outline} />;
  return <Gallery screen={screen} families={families} before={<Questions outline={outline} />} />;
}
