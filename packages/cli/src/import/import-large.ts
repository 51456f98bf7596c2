import { InputError, type Problem } from "@conurb/core/contract";
import { type Field, requireTable, typeTable } from "@conurb/core/tables";
import { type CsvOptions, surveyCsv } from "@conurb/store";
import { type ExitCode, exit, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Declared, datasetsOf } from "./declaration.ts";
import { guessedRoles } from "./guessed-roles.ts";
import { tellTable } from "./import-table.ts";
import { pathInStudy } from "./path-in-study.ts";
import { columnsJson } from "./tell-columns.ts";

export interface LargeAsked {
  readonly file: string;
  /** The name of the dataset. */
  readonly name: string;
  readonly options: CsvOptions;
  readonly out: string | undefined;
  readonly json: boolean;
  /** Whether a study can read it whole. */
  readonly isHeld: boolean;
}

/** A large CSV file, read as a stream; one that is too large to be held is declared for SQL to add up. */
export async function importLarge(
  { file, name, options, out, json, isHeld }: LargeAsked,
  terminal: Terminal,
): Promise<ExitCode> {
  if (out !== undefined) throw new UsageError(say("import-large-out", { file }), say("import-large-cube"));
  const survey = await surveyCsv(file, { name }, options);
  const { problems, problemCount, rows, account, notes, encoding } = survey;
  if (problemCount > 0) {
    const more = problemCount - problems.length;
    const rest: Problem[] = more > 0 ? [{ code: "more-problems", text: say("page-more", { more }) }] : [];
    throw new InputError([...problems, ...rest]);
  }
  const fields = survey.columns.map(({ name: column, kind, unit }): Field => {
    return { name: column, type: kind === "number" ? "number" : "string", ...(unit === undefined ? {} : { unit }) };
  });
  const sample = requireTable(typeTable({ file, rows: survey.sample }, { name, fields }));
  const roles = guessedRoles(sample);
  const { path, remark } = await pathInStudy(file);
  const declared: Declared = {
    name,
    file: path,
    table: sample,
    roles,
    ...(encoding === "gb18030" ? { encoding } : {}),
  };
  const declaration = [
    `# ${terminal.text(remark)}`,
    ...(isHeld ? [] : [`# ${terminal.text(say("import-large-cube"))}`]),
    ...datasetsOf([declared]),
  ];
  if (json) terminal.json({ name, file, rows, columns: columnsJson(sample), roles, account, notes, declaration });
  else {
    tellTable(name, { ...sample, rows }, roles, account, notes, terminal);
    for (const line of declaration) terminal.print(line);
  }
  return exit.done;
}
