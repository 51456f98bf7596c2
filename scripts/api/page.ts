import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import type { AnyMethod } from "@conurb/core/contract";

const root = join(import.meta.dirname, "../..");
const source = join(root, "packages/core/src");

interface Exported {
  readonly name: string;
  readonly isType: boolean;
  /** The module that declares it. */
  readonly file: string;
}

/** What an entry names, in its order, with the module that each name comes from; `export *` is followed. */
export function exportsOf(file: string): Exported[] {
  const text = readFileSync(file, "utf8");
  const found: Exported[] = [];
  for (const [, whole, allTypes, names, from] of text.matchAll(
    /^export (?:(\*)|(type )?\{([^}]*)\}) from "([^"]+)";$/gm,
  )) {
    const there = join(dirname(file), from as string);
    if (whole !== undefined) found.push(...exportsOf(there));
    for (const part of names?.split(",").map((each) => each.trim()) ?? []) {
      if (part === "") continue;
      const isType = allTypes !== undefined || part.startsWith("type ");
      found.push({ name: part.replace(/^type /, ""), isType, file: there });
    }
  }
  return found;
}

/** The first sentence of the comment above a declaration; without a comment, what the declaration itself says. */
function about({ name, file }: Exported): string {
  const text = readFileSync(file, "utf8");
  const declared = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n(?://[^\\n]*\\n)?)?export (?:async )?(?:const|function|interface|type|class) (${name}\\b[\\s\\S]*?)\\n(?:\\}|export |/\\*\\*|$)`,
  ).exec(text);
  const comment = declared?.[1]
    ?.replace(/^\s*\* ?/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
  const said = comment === undefined ? shape(declared?.[2] ?? "") : (/^.*?\.(?= |$)/.exec(comment)?.[0] ?? comment);
  return said.replace(/[.]$/, "").replaceAll("|", "\\|");
}

/** `lockOf(run, study, program)` of a function, `{ code, name }` of an interface, the whole of a short type. */
function shape(declaration: string): string {
  const members = [...declaration.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, member]) => member);
  if (members.length > 0) return `\`{ ${members.join(", ")} }\``;
  const [, called, given] = /^(\w+)\(([\s\S]*?)\): /.exec(declaration) ?? [];
  if (called !== undefined) {
    const names = [...`${given}`.matchAll(/(?:^|, |\n\s*)(\w+)\??: /g)].map(([, word]) => word);
    return `\`${called}(${names.join(", ")})\``;
  }
  const whole = declaration.replace(/\s+/g, " ").replace(/^\w+(?:: [^=]*)? = ?(?:\| )?/, "");
  return `\`${whole.trim().replace(/;$/, "").slice(0, 100)}\``;
}

/** docs/api.md: every name that the root of `@conurb/core` promises. */
export async function apiPage(): Promise<string> {
  const names = exportsOf(join(source, "core.ts"));
  const methods = new Map<string, { id: string; method: AnyMethod }>();
  for (const [id, load] of Object.entries(catalogue)) {
    const method: AnyMethod = (await load()).default;
    for (const each of names)
      if (!each.isType && relative(source, each.file) === `${id}.ts`) methods.set(each.name, { id, method });
  }
  const others = names.filter(({ name }) => !methods.has(name));
  return [
    "# What `@conurb/core` promises",
    "",
    "Written from the exports of `packages/core/src/core.ts` (`npm run docs`). What semantic versioning covers and",
    "what it does not: [packages/core/README.md](../packages/core/README.md).",
    "",
    "## Methods",
    "",
    "Each stands in a module of its own as well: `@conurb/core/inequality/theil`.",
    "",
    "| function | method | title | 名称 |",
    "|---|---|---|---|",
    ...[...methods].map(
      ([name, { id, method }]) =>
        `| \`${name}\` | [\`${id}\`](methods/${id}.md) | ${method.title.en} | ${method.title.zh} |`,
    ),
    "",
    "## Running, tables and studies",
    "",
    "| name | kind | what |",
    "|---|---|---|",
    ...others.map((each) => `| \`${each.name}\` | ${each.isType ? "type" : "value"} | ${about(each)} |`),
    "",
  ].join("\n");
}
