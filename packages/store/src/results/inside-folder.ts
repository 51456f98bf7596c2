import { lstat, readlink, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { asRefusal } from "../decode/read-file.ts";
import { refusal } from "../refuse.ts";

const mostLinks = 40;

/**
 * The real path of `path` (taken from `root` where relative), which need not exist yet. Refused where it, or a link on
 * the way, leads out of `root`.
 */
export async function insideFolder(root: string, path: string): Promise<string> {
  const outside = () => refusal("path-outside", { path: path.replaceAll("\0", "\\0"), root }, { file: path });
  if (path.includes("\0")) throw outside();
  try {
    const [realRoot, real] = [await realpath(root), await realOf(resolve(root, path))];
    const way = relative(realRoot, real);
    if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) throw outside();
    return real;
  } catch (error) {
    throw asRefusal(error, path);
  }
}

/** Like `realpath`, for a path whose last parts need not exist; a link to nothing is followed too. */
async function realOf(path: string, links = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" || links > mostLinks || dirname(path) === path) throw error;
  }
  const parent = await realOf(dirname(path), links + 1);
  const here = join(parent, basename(path));
  const isLink = await lstat(here).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return isLink ? realOf(resolve(parent, await readlink(here)), links + 1) : here;
}
