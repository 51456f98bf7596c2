import {
  type AnyMethod,
  type Column,
  describeMethod,
  invoke,
  localContext,
  type MethodInfo,
  type MethodResult,
  type OptionInfo,
  optionMeaning,
  roleMeaning,
  type Table,
  type View,
} from "@conurb/core/contract";
import { type Language, same, type Text } from "@conurb/core/language";
import { stringify } from "yaml";
import type { PageExample } from "./example.ts";
import { inputMeanings, roleMeanings, type Say, sayIn, shapes, viewNames } from "./words.ts";

/** Everything that a page is made of, in no language yet. */
export interface PageModel {
  readonly method: AnyMethod;
  readonly example: PageExample;
  readonly shown: Readonly<Record<Language, readonly string[]>>;
  readonly tables: readonly Table[];
  /** Paths from the root of the repository. */
  readonly checks: readonly string[];
}

/** The tables of the worked case and of the larger example, each with every column that either gives. */
export async function tablesOf(method: AnyMethod, worked: MethodResult): Promise<Table[]> {
  const { inputs, options = {} } = method.example(1, exampleSize);
  const larger = await invoke(method, { inputs, options }, localContext(method, 1));
  const found = new Map<string, Table>();
  for (const table of [...worked.tables, ...larger.tables]) {
    const before = found.get(table.name);
    const more = table.columns.filter(({ name }) => !before?.columns.some((column) => column.name === name));
    found.set(table.name, before === undefined ? table : { ...before, columns: [...before.columns, ...more] });
  }
  return [...found.values()];
}

const exampleSize = 12;

export function pageOf({ method, example, shown, tables, checks }: PageModel, language: Language): string {
  const say = sayIn(language);
  const info = describeMethod(method);
  const text = (told: Text) => told[language];
  const other = `${method.id.split("/")[1]}${language === "en" ? ".zh-CN" : ""}.md`;
  const index = language === "en" ? "../README.md" : "../README.zh-CN.md";
  const textOrNone = (told: Text | undefined) => (told === undefined ? "" : text(told));
  const inputMeaning = (name: string, { means, inputs }: MethodInfo): string => {
    const own = name in (inputs[name]?.roles ?? {}) ? undefined : means?.[name];
    return textOrNone(own ?? inputMeanings[name]);
  };
  const up = (path: string) => `[${path}](../../../${path})`;
  return blocks(
    `# ${text(info.title)}`,
    `\`${info.id}\` v${info.version} · ${say("other", { file: other })} · ${say("all", { file: index })}`,
    text(info.question),
    `## ${say("formula")}`,
    fence(info.formula.split(/;\s+/).join("\n")),
    info.where === undefined ? "" : text(info.where),
    `## ${say("inputs")}`,
    ...Object.entries(info.inputs).map(([name, { shape, optional, roles }]) =>
      blocks(
        [
          `**\`${name}\`** ${textOrNone(info.names.inputs[name])} · ${text(shapes[shape])}${optional ? ` · ${say("mayBeLeftOut")}` : ""}`,
          inputMeaning(name, info),
        ]
          .filter((told) => told !== "")
          .join(say("colon")),
        roles === undefined
          ? ""
          : grid(
              [say("role"), say("name"), say("columns"), say("holds"), say("inExample"), say("meaning")],
              Object.entries(roles).map(([role, kind]) => {
                const [arity = "one", holds] = kind.split(" ") as ["one" | "optional" | "many", "label" | "number"];
                const unit = holds === "number" ? unitIn(method, name, role) : "";
                return [
                  `\`${role}\``,
                  textOrNone(info.names.roles[name]?.[role]),
                  say(arity),
                  say(holds === "label" ? "isLabel" : "isNumber"),
                  unit,
                  textOrNone(roleMeaning(info, role) ?? roleMeanings[role]),
                ];
              }),
            ),
      ),
    ),
    `**${say("gaps")}**${say("colon")}${say(method.gaps)}`,
    method.random === true ? say("randomness") : "",
    `## ${say("options")}`,
    Object.keys(info.options).length === 0
      ? say("noOptions")
      : grid(
          [say("option"), say("name"), say("values"), say("fallback"), say("meaning")],
          Object.entries(info.options).map(([name, { default: value, ...schema }]) => [
            `\`${name}\``,
            textOrNone(info.names.options[name]),
            code(valuesOf(schema)),
            value === undefined ? "" : code(JSON.stringify(value)),
            textOrNone(optionMeaning(info, name)),
          ]),
        ),
    ...(Object.keys(info.conventions).length === 0
      ? []
      : [
          `## ${say("conventions")}`,
          say("conventionsLead"),
          Object.entries(info.conventions)
            .map(([name, { title, choices }]) =>
              [
                `- \`${name}\`${say("colon")}${text(title)}`,
                ...Object.entries(choices).map(([choice, told]) => `  - \`${choice}\`${say("colon")}${text(told)}`),
              ].join("\n"),
            )
            .join("\n"),
        ]),
    ...(info.pitfalls === undefined
      ? []
      : [`## ${say("pitfalls")}`, info.pitfalls.map((told) => `- ${text(told)}`).join("\n")]),
    `## ${say("results")}`,
    say("resultsLead"),
    headlines(method, language, say),
    ...tables.map((table) => tableGrid(table, language, say)),
    `## ${say("views")}`,
    method.views.length === 0
      ? say("noViews")
      : (method.views as readonly View[])
          .map(({ kind, table, title }) => {
            const named = viewNames[kind] ?? same(kind);
            const line = say("viewOf", { kind: text(named), table });
            return `- ${title === undefined ? line : `${text(title)}${say("colon")}${line}`}`;
          })
          .join("\n"),
    `## ${say("example")}`,
    `${say("exampleSource", { source: text(method.worked.source) })} ${say("exampleData", { files: dataFiles(example, say) })}`,
    fence([`$ ${commandLine(example, language)}`, ...shown[language]].join("\n")),
    `${say("inStudy")}${say("colon")}`.trimEnd(),
    fence(studyLines(method), "yaml"),
    `${say("asLibrary")}${say("colon")}`.trimEnd(),
    fence(example.call.trimEnd(), "js"),
    `## ${say("sources")}`,
    info.cites
      .map(({ text: cite, doi, checked }) => {
        const link = doi === undefined ? "" : ` <https://doi.org/${doi}>`;
        return `- ${cite}${link} (${say(checked)})`;
      })
      .join("\n"),
    say("checks", { files: checks.map(up).join(say("comma")) }),
  );
}

const dataFiles = ({ files }: PageExample, say: Say): string =>
  [...files.keys()].map((file) => `[${file}](${file.split("/").slice(1).join("/")})`).join(say("comma"));

/** The command as it is typed at the root of a clone. */
export function commandLine({ words }: PageExample, language: Language): string {
  const typed = words.map((word) => {
    if (/^[\w./:=,-]+$/.test(word)) return word;
    return word.includes('"') ? `'${word}'` : `"${word}"`;
  });
  return `npx conurb ${typed.join(" ")} --lang ${language}`;
}

/** Arithmetic in the reader's language; a quotation as it stands, and said to be one. */
function unitIn({ worked }: AnyMethod, input: string, role: string): string {
  const table = worked.inputs[input] as Table | undefined;
  const names = [table?.roles?.[role] ?? role].flat();
  const units = (table?.columns ?? []).flatMap((column) =>
    column.kind === "number" && column.unit !== "1" && names.includes(column.name) ? [column.unit] : [],
  );
  return [...new Set(units)].map(code).join(" ");
}

/** How the method stands in a study, on data whose columns are named in its place. */
function studyLines(method: AnyMethod): string {
  const { inputs, options } = method.worked;
  const on = Object.fromEntries(
    Object.entries(inputs).map(([name, given]) => {
      const { roles } = given as Table;
      return [name, roles === undefined ? name : { from: name, roles }];
    }),
  );
  const use = { use: method.id, on, ...(options === undefined ? {} : { with: options }) };
  return stringify({ analyses: { mine: use } }, { lineWidth: 0 }).trimEnd();
}

function headlines({ scalars }: AnyMethod, language: Language, say: Say): string {
  const rows = Object.entries(scalars).map(([name, { title, unit }]) => [
    `\`${name}\``,
    title[language],
    unit === "1" ? "" : code(unit),
  ]);
  if (rows.length === 0) return "";
  return blocks(`**${say("headline")}**`, grid([say("column"), say("meaning"), say("unit")], rows));
}

function tableGrid({ name, title, key, columns }: Table, language: Language, say: Say): string {
  const unitOf = (column: Column) => {
    if (column.kind === "label") return say("label");
    return column.unit === "1" ? "" : code(column.unit);
  };
  return blocks(
    `**\`${name}\`**${title === undefined ? "" : ` ${title[language]}`}`,
    grid(
      [say("column"), say("meaning"), say("unit")],
      columns.map((column) => [
        `\`${column.name}\`${key.includes(column.name) ? ` (${say("key")})` : ""}`,
        column.title?.[language] ?? "",
        unitOf(column),
      ]),
    ),
  );
}

interface Schema {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly items?: Schema;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

function valuesOf(schema: OptionInfo | Schema): string {
  const {
    enum: choices,
    anyOf,
    type,
    items,
    const: only,
    additionalProperties,
    properties,
    ...bounds
  } = schema as Schema;
  if (choices !== undefined) return choices.join(", ");
  if (anyOf !== undefined) return anyOf.map(valuesOf).join(" | ");
  if (only !== undefined) return String(only);
  if (type === "object") {
    const each = typeof additionalProperties === "object" ? valuesOf(additionalProperties) : "…";
    const named = Object.entries(properties ?? {}).map(([name, part]) => `${name}: ${valuesOf(part)}`);
    return `{ ${named.length > 0 ? named.join(", ") : `NAME: ${each}, …`} }`;
  }
  if (type === "array") return `[${items === undefined ? "" : valuesOf(items)}, …]`;
  const safe = Number.MAX_SAFE_INTEGER; // what JSON Schema says of any integer
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = bounds;
  const parts = [
    minimum === undefined || minimum === -safe ? "" : ` ≥ ${minimum}`,
    exclusiveMinimum === undefined ? "" : ` > ${exclusiveMinimum}`,
    maximum === undefined || maximum === safe ? "" : ` ≤ ${maximum}`,
    exclusiveMaximum === undefined ? "" : ` < ${exclusiveMaximum}`,
  ];
  return `${type ?? "record"}${parts.join("")}`;
}

const code = (words: string): string => (words === "" ? "" : `\`${words}\``);
const fence = (body: string, of = ""): string => `\`\`\`${of}\n${body}\n\`\`\``;
const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");

function grid(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = heads.map((_, at) => at === 0 || rows.some((row) => row[at] !== ""));
  const line = (cells: readonly string[]) =>
    `| ${cells
      .filter((_, at) => used[at])
      .map((cell) => cell.replaceAll("|", "\\|"))
      .join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
