/** What is used of odex, whose own types are TypeScript source that stricter settings than its own refuse. */
export class Solver {
  constructor(size: number);
  maxSteps: number;
  initialStepSize: number;
  denseOutput: boolean;
  relativeTolerance: number;
  absoluteTolerance: number;
  /** Calls `step` at the start, when `dense` cannot be called yet, and after every step taken; `false` ends the run. */
  solve(
    slope: (time: number, state: readonly number[]) => number[],
    from: number,
    state: readonly number[],
    to: number,
    step?: (
      nr: number,
      before: number,
      time: number,
      state: readonly number[],
      dense: ((component: number, time: number) => number) | false,
    ) => boolean | undefined,
  ): { readonly outcome: number };
}
