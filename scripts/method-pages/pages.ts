import { existsSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, methodFamilies } from "@conurb/core/contract";
import { type Language, languages } from "@conurb/core/language";
import { exampleOf, printed } from "./example.ts";
import { type PageModel, pageOf, tablesOf } from "./page.ts";
import { sayIn } from "./words.ts";

const root = join(import.meta.dirname, "../..");
const suffix = { en: ".md", zh: ".zh-CN.md" } as const;

/** Every reference page, its data and the index, by path below `docs/methods`. Commands read the data that are there. */
export async function allPages(): Promise<Map<string, string>> {
  const models = await allModels();
  const files = new Map<string, string>();
  for (const model of models) {
    for (const language of languages)
      files.set(`${model.method.id}${suffix[language]}`, `${pageOf(model, language)}\n`);
  }
  for (const language of languages)
    files.set(
      `README${suffix[language]}`,
      indexPage(
        models.map(({ method }) => method),
        language,
      ),
    );
  return files;
}

export async function allMethods(): Promise<AnyMethod[]> {
  return Promise.all(Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod));
}

/** The data of the worked cases as files. */
export async function allData(): Promise<Map<string, string>> {
  const examples = await Promise.all((await allMethods()).map(exampleOf));
  return new Map(examples.flatMap(({ files }) => [...files]));
}

async function allModels(): Promise<PageModel[]> {
  const models: PageModel[] = [];
  for (const method of await allMethods()) {
    const example = await exampleOf(method);
    const [en, zh] = [await printed(example.words, "en"), await printed(example.words, "zh")];
    const checks = [
      `packages/core/src/${method.id}.test.ts`,
      `packages/core/src/${method.id}.oracle.test.ts`,
      `oracles/${method.id.replace("/", "-")}.R`,
    ].filter((path) => existsSync(join(root, path)));
    const tables = await tablesOf(method, example.result);
    models.push({ method, example, shown: { en: en.lines, zh: zh.lines }, tables, checks });
  }
  return models;
}

function indexPage(methods: readonly AnyMethod[], language: Language): string {
  const say = sayIn(language);
  const familyOf = ({ id }: AnyMethod) => id.split("/")[0] as string;
  const found = [...new Set(methods.map(familyOf))];
  const order = [...Object.keys(methodFamilies).filter((family) => found.includes(family))];
  const rest = found.filter((family) => !order.includes(family));
  const parts = [...order, ...rest].map((family) => {
    const rows = methods
      .filter((method) => familyOf(method) === family)
      .map(
        ({ id, title, question }) =>
          `| ${question[language]} | [${title[language]}](${id}${suffix[language]}) | \`${id}\` |`,
      );
    const head = `| ${say("question")} | ${say("method")} | ID |\n| --- | --- | --- |`;
    return `## ${methodFamilies[family]?.[language] ?? family}\n\n${head}\n${rows.join("\n")}`;
  });
  const other = language === "en" ? "README.zh-CN.md" : "README.md";
  return `${[
    `# ${say("indexTitle")}`,
    say("other", { file: other }),
    say("indexLead", { n: methods.length, families: found.length }),
    ...parts,
  ].join("\n\n")}\n`;
}
