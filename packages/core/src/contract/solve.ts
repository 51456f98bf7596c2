import type { Programme, Solution } from "./method.ts";

type Load = typeof import("highs")["default"];
type Highs = Awaited<ReturnType<Load>>;

let loading: Promise<Highs> | undefined;

/** The solver is one WebAssembly module a process; it is loaded when the first programme comes. */
function highs(): Promise<Highs> {
  // the package's types describe its CommonJS face; imported, the loader itself is the default
  loading ??= import("highs").then(({ default: load }) => (load as unknown as Load)());
  return loading;
}

/** Solves a linear or mixed-integer programme with HiGHS. Anything but an answer (a limit, say) is an error, never a number. */
export async function solve(programme: Programme): Promise<Solution> {
  const engine = await highs();
  const { objective, rows, sense, integer } = programme;
  const model = engine.createModel();
  try {
    model.options.set({ output_flag: false, primal_feasibility_tolerance: 1e-10, dual_feasibility_tolerance: 1e-10 });
    objective.forEach((cost, column) => {
      model.addVar(programme.lower?.[column] ?? 0, programme.upper?.[column] ?? engine.infinity);
      model.changeColCost(column, cost);
      if (integer?.[column]) model.changeColIntegrality(column, engine.constants.variableType.integer);
    });
    for (const { coefficients, lower, upper } of rows) {
      const indices = coefficients.flatMap((value, column) => (value === 0 ? [] : [column]));
      model.addRow(lower, upper, { indices, values: indices.map((column) => coefficients[column] as number) });
    }
    model.changeObjectiveSense(engine.constants.objectiveSense[sense === "maximise" ? "maximize" : "minimize"]);
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible, unbounded } = engine.constants.modelStatus;
    if (status === infeasible) return { status: "infeasible", objective: Number.NaN, values: [] };
    if (status === unbounded) return { status: "unbounded", objective: Number.NaN, values: [] };
    if (status !== optimal) throw new Error(`solver ended with status ${status}`);
    return { status: "optimal", objective: model.getObjectiveValue(), values: [...model.getSolution().colValue] };
  } finally {
    model.dispose();
  }
}
