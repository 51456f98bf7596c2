import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** The pages of the workbench as they were built. */
export interface Bundle {
  readonly page: Uint8Array<ArrayBuffer>;
  /** A file by its address; nothing that was not there when the server began. */
  file(path: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | undefined>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Only names that were listed here are answered, so no address leads anywhere else. */
export async function openBundle(folder: string): Promise<Bundle> {
  const names = await readdir(folder, { recursive: true });
  const known = new Map(
    names.filter((name) => extname(name) in types).map((name) => [`/${name.split(sep).join("/")}`, join(folder, name)]),
  );
  const built = await readFile(join(folder, "index.html"), "utf8");
  // addresses in it are relative to where it lies; here it stands for every screen, at any depth
  const page = new TextEncoder().encode(built.replaceAll(/(src|href)="\.\//g, '$1="/'));
  return {
    page,
    file: async (path) => {
      const file = known.get(path);
      if (file === undefined) return undefined;
      return { bytes: Uint8Array.from(await readFile(file)), type: types[extname(file)] as string };
    },
  };
}
