import type { View } from "../contract/view.ts";
import type { AnalysisPlan, Plan } from "./plan.ts";

/** Whether an analysis ends a chain: its method has a picture of a verdict. */
export const isVerdict = ({ method }: AnalysisPlan): boolean =>
  (method.views as readonly View[]).some(({ kind }) => kind === "verdict");

/** The analyses of a plan that end in a verdict, in their order. */
export const verdictsOf = ({ analyses }: Plan): readonly AnalysisPlan[] => analyses.filter(isVerdict);
