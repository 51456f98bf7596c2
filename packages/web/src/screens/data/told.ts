import type { Language } from "@conurb/core/language";
import type { OutlineDataset } from "../../bench/outline.ts";
import { flagsIn } from "../../language/flags.ts";

/** What flags mean, where the figures say so themselves. */
export type FlagMeanings = OutlineDataset["flags"];

/** What a figure's flags say, in one sentence: in the words of its dataset, else in ours. */
export function flagsToldBy(flags: string, meanings: FlagMeanings, language: Language): string {
  return flags
    .split(";")
    .map((each) => each.trim())
    .map((flag) => meanings.find(({ name }) => name === flag)?.[language] ?? flagsIn(flag, language))
    .join(language === "zh" ? "；" : "; ");
}

/** What a dataset is called: one without a title by the file or source that it came from, before its name in the study. */
export function datasetTitle({ name, title, credit }: OutlineDataset, language: Language): string {
  if (title[language] !== name) return title[language];
  return /[^/\\]+\.\w{2,5}$/.exec(credit)?.[0] ?? credit;
}
