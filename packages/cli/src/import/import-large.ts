import { stat } from "node:fs/promises";
import { InputError, type Problem } from "@conurb/core/contract";
import { type Field, requireTable, typeTable } from "@conurb/core/tables";
import { type CsvOptions, convertCsv, sizeLimit, surveyCsv } from "@conurb/store";
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
  readonly asStudy: boolean;
  readonly interpolate: readonly string[];
  readonly json: boolean;
  /** Whether a study can read it whole. */
  readonly isHeld: boolean;
}

/**
 * A large CSV file, read as a stream, and written anew as one where it is asked for; one that is too large to be held is declared for SQL
 * to add up.
 */
export async function importLarge(asked: LargeAsked, terminal: Terminal): Promise<ExitCode> {
  const { file, name, options, out, json } = asked;
  const held = [asked.asStudy ? "--study" : "", asked.interpolate.length > 0 ? "--interpolate" : ""];
  const [unable] = held.filter((option) => option !== "");
  if (unable !== undefined)
    throw new UsageError(say("import-large-held", { file, option: unable }), say("import-large-cube"));
  const survey = await surveyCsv(file, { name }, options);
  const { problems, problemCount, rows, account, missingAs, notes, encoding } = survey;
  if (problemCount > 0) {
    const more = problemCount - problems.length;
    const rest: Problem[] = more > 0 ? [{ code: "more-problems", text: say("page-more", { more }) }] : [];
    throw new InputError([...problems, ...rest]);
  }
  const fields = survey.columns.map(({ name: column, kind, unit }): Field => {
    if (unit === "year") return { name: column }; // by its name and its cells once more: a year may say more than its digits
    return { name: column, type: kind === "number" ? "number" : "string", ...(unit === undefined ? {} : { unit }) };
  });
  const sample = requireTable(typeTable({ file, rows: survey.sample }, { name, fields }));
  const roles = guessedRoles(sample);
  if (out !== undefined) await convertCsv(file, name, survey, out);
  const isHeld = out === undefined ? asked.isHeld : (await stat(out)).size <= sizeLimit();
  const { path, remark } = await pathInStudy(out ?? file);
  const declared: Declared = {
    name,
    file: path,
    table: sample,
    roles,
    ...(encoding !== "utf-8" && out === undefined ? { encoding } : {}),
  };
  const declaration = [
    `# ${terminal.text(remark)}`,
    ...(isHeld ? [] : [`# ${terminal.text(say("import-large-cube"))}`]),
    ...datasetsOf([declared]),
  ];
  if (json)
    terminal.json({ name, file, rows, columns: columnsJson(sample), roles, account, missingAs, notes, declaration });
  else {
    tellTable(name, { ...sample, rows }, roles, { account, missingAs, notes }, terminal);
    if (out !== undefined) terminal.tell(terminal.text(say("import-streamed", { file: out })));
    for (const line of declaration) terminal.print(line);
  }
  return exit.done;
}
