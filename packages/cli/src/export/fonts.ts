import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** A face that draws every sign of a picture, regular and bold, by its files. */
export interface Face {
  readonly family: string;
  readonly files: readonly string[];
  readonly hasHan: boolean;
}

/** Faces that systems carry, best first: those with Chinese before those without. Chinese faces have Latin too. */
const known: readonly (readonly [family: string, files: readonly string[], hasHan: boolean])[] = [
  ["Noto Sans CJK SC", ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"], true],
  ["Noto Sans CJK SC", ["NotoSansCJKsc-Regular.otf", "NotoSansCJKsc-Bold.otf"], true],
  ["Source Han Sans SC", ["SourceHanSansSC-Regular.otf", "SourceHanSansSC-Bold.otf"], true],
  ["Microsoft YaHei", ["msyh.ttc", "msyhbd.ttc"], true],
  ["PingFang SC", ["PingFang.ttc"], true],
  ["Hiragino Sans GB", ["Hiragino Sans GB.ttc"], true],
  ["WenQuanYi Micro Hei", ["wqy-microhei.ttc"], true],
  ["WenQuanYi Zen Hei", ["wqy-zenhei.ttc"], true],
  ["SimHei", ["simhei.ttf"], true],
  ["Segoe UI", ["segoeui.ttf", "segoeuib.ttf"], false],
  ["Arial", ["arial.ttf", "arialbd.ttf"], false],
  ["Arial", ["Arial.ttf", "Arial Bold.ttf"], false],
  ["Liberation Sans", ["LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"], false],
  ["DejaVu Sans", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"], false],
];

export const chineseFamilies = [...new Set(known.filter(([, , hasHan]) => hasHan).map(([family]) => family))];

/** Folders of fonts of the usual systems. */
export function fontFolders(): string[] {
  const home = homedir();
  return [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    join(home, ".fonts"),
    join(home, ".local/share/fonts"),
    "/System/Library/Fonts",
    "/Library/Fonts",
    join(home, "Library/Fonts"),
    join(process.env.WINDIR ?? "C:\\Windows", "Fonts"),
    join(process.env.LOCALAPPDATA ?? home, "Microsoft/Windows/Fonts"),
  ];
}

/** The best face that is installed; with Chinese only if it `needsHan`, since large files are slow. */
export async function findFace(
  needsHan: boolean,
  folders: readonly string[] = fontFolders(),
): Promise<Face | undefined> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names) {
      const [file = ""] = name.split(/[\\/]/).slice(-1);
      if (!found.has(file)) found.set(file, join(folder, name));
    }
  }
  const faces = known.flatMap(([family, names, hasHan]): Face[] => {
    const files = names.flatMap((name) => found.get(name) ?? []);
    return found.has(names[0] as string) ? [{ family, files, hasHan }] : [];
  });
  const [withHan, latin] = [faces.find(({ hasHan }) => hasHan), faces.find(({ hasHan }) => !hasHan)];
  return needsHan ? (withHan ?? latin) : (latin ?? withHan);
}
