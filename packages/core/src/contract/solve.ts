import type { Programme, Solution } from "./method.ts";

type Load = typeof import("highs")["default"];
type Highs = Awaited<ReturnType<Load>>;
type Model = ReturnType<Highs["createModel"]>;

let loading: Promise<Highs> | undefined;

/** The solver is one WebAssembly module a process; it is loaded when the first programme comes. */
function highs(): Promise<Highs> {
  // the package's types describe its CommonJS face; imported, the loader itself is the default
  loading ??= import("highs").then(({ default: load }) => (load as unknown as Load)());
  return loading;
}

/**
 * Every default that would let an answer be nearly right is tightened: HiGHS stops a mixed-integer programme within
 * 1e-4 of the best, and leaves out coefficients below 1e-9.
 */
const exacting = {
  output_flag: false,
  primal_feasibility_tolerance: 1e-10,
  dual_feasibility_tolerance: 1e-10,
  mip_feasibility_tolerance: 1e-9,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-9,
  small_matrix_value: 1e-12,
};

/** Solves a linear or mixed-integer programme with HiGHS. Anything but an answer (a limit, say) is an error, never a number. */
export async function solve(programme: Programme): Promise<Solution> {
  const engine = await highs();
  const model = engine.createModel();
  try {
    // presolving a linear programme of the sizes met here takes several times as long as solving it
    model.options.set({ ...exacting, presolve: programme.integer?.includes(true) ? "choose" : "off" });
    model.passModel(modelOf(programme, engine));
    model.run();
    if (model.getModelStatus() === engine.constants.modelStatus.unboundedOrInfeasible) {
      model.options.set({ presolve: "off" });
      model.run();
    }
    return answer(programme, model, engine);
  } finally {
    model.dispose();
  }
}

/** The whole programme at once: handed over row by row it takes longer than the solving. */
function modelOf({ sense, objective, rows, lower, upper, integer }: Programme, engine: Highs) {
  const { variableType, objectiveSense } = engine.constants;
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  rows.forEach(({ coefficients }, row) => {
    coefficients.forEach((value, column) => {
      if (value === 0) return;
      indices.push(column);
      values.push(value);
    });
    starts[row + 1] = indices.length;
  });
  const integrality = objective.map((_, column) =>
    integer?.[column] === true ? variableType.integer : variableType.continuous,
  );
  return {
    numCols: objective.length,
    numRows: rows.length,
    sense: sense === "maximise" ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: [...objective],
    colLower: objective.map((_, column) => lower?.[column] ?? 0),
    colUpper: objective.map((_, column) => upper?.[column] ?? engine.infinity),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: "csr" as const, numRows: rows.length, numCols: objective.length, starts, indices, values },
    ...(integer?.includes(true) ? { integrality } : {}),
  };
}

function answer({ integer }: Programme, model: Model, engine: Highs): Solution {
  const status = model.getModelStatus();
  const { optimal, infeasible, unbounded } = engine.constants.modelStatus;
  if (status === infeasible) return { status: "infeasible", objective: Number.NaN, values: [] };
  if (status === unbounded) return { status: "unbounded", objective: Number.NaN, values: [] };
  if (status !== optimal) throw new Error(`solver ended with status ${status}`);
  const values = Array.from(model.getSolution().colValue, (value, column) =>
    integer?.[column] === true ? Math.round(value) : value,
  );
  return { status: "optimal", objective: model.getObjectiveValue(), values };
}
