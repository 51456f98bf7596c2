import { flagsTold } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";

/** What a figure's flags say, in one sentence. */
export const flagsIn = (flags: string, language: Language): string =>
  flagsTold(flags)
    .map((told) => told[language])
    .join(language === "zh" ? "；" : "; ");
