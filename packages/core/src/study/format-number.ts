import { InputError, type Place } from "../contract/errors.ts";

/** Refuses a file whose format has another number than this program writes: guessing at it could misread figures. */
export function requireFormat(key: string, found: unknown, known: number, place?: Place): void {
  if (found === known) return;
  const isNewer = typeof found === "number" && found > known;
  const shown = found === undefined ? "" : JSON.stringify(found);
  throw new InputError({
    code: isNewer ? "format-newer" : "format-unknown",
    text: {
      en: `${key} is ${shown || "missing"}, expected ${known}`,
      zh: shown === "" ? `缺少 ${key}，应为 ${known}` : `${key} 为 ${shown}，应为 ${known}`,
    },
    hint: isNewer
      ? {
          en: "a newer conurb has written it: use that one, or a newer one",
          zh: "该文件由更新版本的 conurb 写出，请改用该版本或更新版本",
        }
      : { en: "run the study again with this conurb", zh: "请用本版本的 conurb 重新运行研究" },
    ...(place === undefined ? {} : { place }),
  });
}
