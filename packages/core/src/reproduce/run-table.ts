import { catalogue } from "../catalogue.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import type { AnyMethod } from "../contract/method.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Locate } from "../study/locate.ts";
import { identifyPair, type PairIdentification } from "./identify-pair.ts";
import { type ReadCells, readPanel, rowNames } from "./panel.ts";
import { type Reproduction, reproduce, type SearchPorts } from "./reproduce.ts";
import type { TableFile } from "./table-schema.ts";

/** Which choices give a published table: by search where its inputs are printed, by identification where they are not. */
export async function runTable(
  file: TableFile,
  locate: Locate,
  readCells: ReadCells,
  ports: SearchPorts = {},
): Promise<Reproduction | PairIdentification> {
  const [method, index] = [await methodOf(file.use, locate), await methodOf("composite/index", locate)];
  const panel = await readPanel(file, locate, { method, index }, readCells);
  if (file.pair === undefined) {
    return reproduce(panel, ports).catch((error: unknown) => {
      throw error instanceof InputError
        ? new InputError(error.problems.map((each) => placed(each, file, locate)))
        : error;
    });
  }
  const [first, second] = panel.columns;
  if (first === undefined || second === undefined) throw new Error("reproduce: a pair without its columns");
  const powers = file.vary.power?.map(Number);
  const { lines } = panel.rows;
  return identifyPair(
    { rows: rowNames(panel), columns: [first, second], ...(lines === undefined ? {} : { lines }) },
    powers,
  );
}

/** What the door says of roles and options stands in the table's file. */
function placed(problem: Problem, file: TableFile, locate: Locate): Problem {
  const { path, line, row } = problem.place ?? {};
  if (path === undefined || line !== undefined || row !== undefined) return problem;
  const key = Object.hasOwn(file.roles, path) || problem.code.startsWith("role-") ? "roles" : "with";
  const { path: _, ...place } = locate([key, path]);
  return { ...problem, place };
}

async function methodOf(id: string, locate: Locate): Promise<AnyMethod> {
  if (Object.hasOwn(catalogue, id)) return (await catalogue[id as keyof typeof catalogue]()).default as AnyMethod;
  const hint = suggestion(id, Object.keys(catalogue));
  throw new InputError({
    code: "method-unknown",
    text: message("method-unknown", { id }),
    place: locate(["use"]),
    ...(hint === undefined ? {} : { hint }),
  });
}
