import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { copyIn, type Shelf, type Upload } from "@conurb/server";
import { insideFolder, readBytes, writeAtomic } from "@conurb/store";
import { datasetNamed } from "../import/dataset-name.ts";
import { importChoices } from "../import/import-choices.ts";
import { previewImport } from "../import/preview-import.ts";
import { templateText, templateTitles } from "../init/templates.ts";
import { say } from "../say.ts";
import { recentStudies, titleOf } from "./recent-studies.ts";

export interface ShelfOptions {
  /** Where new studies go, each into a folder of its own. */
  readonly folder: string;
  /** Opens a study in a workbench of its own and answers its address. */
  readonly openStudy: (path: string) => Promise<string>;
}

/** What is asked to be opened: one of these, and for a new study the name of its folder. */
interface Asked {
  readonly recent?: string;
  readonly template?: string;
  readonly shipped?: string;
  readonly upload?: string;
  readonly choices?: unknown;
  readonly folder?: string;
}

/** Studies beside the one that is open. Nothing is opened but what is listed here or made here. */
export function openShelf({ folder, openStudy }: ShelfOptions): Shelf {
  return {
    list: async () => {
      const [titles, shipped, recent] = await Promise.all([templateTitles(), shippedStudies(), recentStudies()]);
      const templates = [...titles].map(([name, title]) => ({ name, title }));
      return { canOpen: true, folder, templates, shipped, recent };
    },
    open: async (given, upload) => {
      const asked = (given ?? {}) as Asked;
      if (typeof asked.recent === "string") {
        const known = (await recentStudies()).find(({ path }) => path === asked.recent);
        if (known === undefined) throw refused("shelf-unknown", { name: asked.recent });
        return { address: await openStudy(known.path) };
      }
      const made = await newFolder(folder, asked.folder);
      try {
        await fill(made, asked, upload);
      } catch (error) {
        await rm(made, { recursive: true, force: true });
        throw error;
      }
      return { address: await openStudy(join(made, "study.yaml")) };
    },
  };
}

async function fill(made: string, asked: Asked, upload: Upload | undefined): Promise<void> {
  const study = join(made, "study.yaml");
  if (typeof asked.template === "string") return writeAtomic(study, await templateText(asked.template));
  if (typeof asked.shipped === "string") {
    const known = (await shippedStudies()).find(({ name }) => name === asked.shipped);
    if (known === undefined) throw refused("shelf-unknown", { name: asked.shipped });
    const isNew = (path: string) => !["out", "expected"].includes(basename(path));
    return cp(known.path, made, { recursive: true, filter: isNew });
  }
  if (upload === undefined) throw refused("shelf-nothing", {});
  const file = await copyIn(made, upload);
  const bytes = await readBytes(upload.path, file);
  const preview = await previewImport({ bytes, file, name: datasetNamed(file) }, importChoices(asked.choices ?? {}));
  if (preview.study.length === 0) throw new InputError(preview.problems);
  await writeAtomic(study, `${preview.study.join("\n")}\n`);
}

/** A folder that was not there, below the one where new studies go. */
async function newFolder(root: string, asked: unknown): Promise<string> {
  const name = typeof asked === "string" ? asked.trim() : "";
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]{0,59}$/u.test(name) || name.endsWith(".")) {
    throw refused("shelf-folder-name", { name });
  }
  const path = await insideFolder(root, name);
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw refused("shelf-folder-taken", { name });
  }
  return path;
}

interface Shipped {
  readonly name: string;
  readonly path: string;
  readonly title: Text;
}

/** The studies that come with the program's source; an installed package has templates alone. */
async function shippedStudies(): Promise<readonly Shipped[]> {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../../studies");
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry): Promise<Shipped[]> => {
      const path = join(root, entry.name);
      const title = entry.isDirectory() ? await titleOf(join(path, "study.yaml")) : undefined;
      return title === undefined ? [] : [{ name: entry.name, path, title }];
    }),
  );
  return found.flat();
}

type Refusal = "shelf-unknown" | "shelf-nothing" | "shelf-folder-name" | "shelf-folder-taken";

function refused(code: Refusal, values: Readonly<Record<string, string>>): InputError {
  return new InputError({ code, text: say(code, values) });
}
