import { readRegister } from "@conurb/core/study";
import { requireTable, typeTable } from "@conurb/core/tables";
import { type DecodedData, openAtlas } from "@conurb/store";
import { type ExitCode, exit } from "../exit.ts";
import { say } from "../say.ts";
import { gazetteerOf } from "../study/node-ports.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Declared, datasetsOf, studyOf } from "./declaration.ts";
import { pathInStudy } from "./path-in-study.ts";
import { columnsJson, tellColumns } from "./tell-columns.ts";
import { tellSome } from "./tell-page.ts";

/** Which column of a file is which of a register's. */
export type RegisterHeads = Readonly<Record<string, string>>;

export interface RegisterAsked {
  readonly file: string;
  readonly data: DecodedData;
  /** The name of the dataset. */
  readonly name: string;
  readonly heads: RegisterHeads;
  readonly asStudy: boolean;
  readonly json: boolean;
}

/** A register of policies: read as a study reads it, with every fault of its entries at once. */
export async function importRegister(asked: RegisterAsked, terminal: Terminal): Promise<ExitCode> {
  const { file, data, name, heads } = asked;
  const table = registerTable(data, name, heads);
  const { places, clusters } = await gazetteerOf(openAtlas());
  const known = { places: [...places.values()], clusters, groups: [] };
  const { account, problems, notes } = readRegister({ ...table, roles: heads }, { known });
  const { path, remark } = await pathInStudy(file);
  const declared: Declared = { name, file: path, table, ...declaredRegister(data, heads) };
  const lines = asked.asStudy ? studyOf(declared) : datasetsOf([declared]);
  const declaration = [`# ${terminal.text(remark)}`, ...lines];
  const code = problems.length === 0 ? exit.done : exit.failed;
  if (asked.json) {
    const columns = columnsJson(table);
    terminal.json({ name, file, kind: "register", columns, roles: heads, account, notes, problems, declaration });
    return code;
  }
  terminal.tell(terminal.text(say("register-recognised", { file, columns: Object.values(heads).join(", ") })));
  tellColumns(table, heads, terminal);
  const told = [...(data.notes ?? []), ...notes];
  tellSome(told, told.length, terminal);
  tellSome(problems, problems.length, terminal);
  for (const line of declaration) terminal.print(line);
  return code;
}

/** What a register's own columns hold is words: a section 2.3 is no number, nor is the year of a date. */
export function registerTable({ cells }: DecodedData, name: string, heads: RegisterHeads) {
  return requireTable(
    typeTable(cells, { name, fields: Object.values(heads).map((head) => ({ name: head, type: "string" })) }),
  );
}

/** What a study says of the file: that it is a register, and which of its columns are called otherwise than a register's. */
export function declaredRegister({ encoding }: DecodedData, heads: RegisterHeads) {
  return {
    kind: "register" as const,
    roles: Object.fromEntries(Object.entries(heads).filter(([column, head]) => column !== head)),
    ...(encoding !== undefined && encoding !== "utf-8" ? { encoding } : {}),
  };
}
