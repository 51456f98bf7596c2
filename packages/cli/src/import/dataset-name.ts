import { basename } from "node:path";

/** What a dataset is called by its file's name, as expressions can write it: `data` where nothing of that is left. */
export function datasetNamed(file: string): string {
  const made = basename(file)
    .replace(/\.[^.]+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return made === "" ? "data" : made;
}
