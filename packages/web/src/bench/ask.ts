import type { Problem } from "@conurb/core/contract";
import { Refused, Unanswered } from "./refused.ts";
import { type Source, source } from "./source.ts";

export async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await (await source).ask(path, init).catch((error: unknown) => {
    throw error instanceof Refused ? error : new Unanswered(undefined, { cause: error });
  });
  if (answer.ok || answer.status === 409) return answer;
  const said = (await answer.json().catch(() => ({}))) as { problems?: Problem[] };
  throw new Refused(answer.status, said.problems ?? []);
}

let opened: Source | undefined;
source.then(
  (found) => {
    opened = found;
  },
  () => {}, // who asks is told
);

/** The address of a file, for a frame or a download; every page that shows one has asked for something before. */
export const addressOf = (path: string): string => opened?.address(path) ?? path;

export async function askJson<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await ask(path, init)).json()) as T;
}
