import { type Language, languages } from "@conurb/core/language";

/** The language to speak: what `--lang` names, else that of the locale, else English. */
export function spokenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  const named = languages.find((language) => language === asked);
  if (named !== undefined) return named;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
