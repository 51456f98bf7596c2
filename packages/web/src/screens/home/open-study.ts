import { askJson } from "../../bench/ask.ts";

/** What is asked of the shelf: a study opened before, or a template, a shipped study or a file, and a folder for the new one. */
export interface StudyAsked {
  readonly recent?: string;
  readonly template?: string;
  readonly shipped?: string;
  readonly upload?: string;
  readonly choices?: object;
  readonly folder?: string;
}

/** Opens a study in a workbench of its own, and goes there in the same language. */
export async function openStudy(asked: StudyAsked, language: string | undefined): Promise<void> {
  const { address } = await askJson<{ address: string }>("/api/shelf", { method: "POST", body: JSON.stringify(asked) });
  location.assign(language === undefined ? address : `${address}&lang=${language}`);
}
