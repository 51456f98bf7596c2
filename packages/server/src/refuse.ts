import { InputError, type Problem } from "@conurb/core/contract";
import type { Context } from "hono";
import { type ServerCode, serverMessages } from "./server-messages.ts";

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 411 | 413 | 415 | 421 | 422 | 428 | 429 | 500;

/** A refusal in both languages, as every answer that is none. */
export function refuse(c: Context, status: RefusalStatus, code: ServerCode): Response {
  return tell(c, status, [{ code, text: serverMessages[code] }]);
}

export function tell(c: Context, status: RefusalStatus, problems: readonly Problem[]): Response {
  return c.json({ problems }, status);
}

/** What an error says to who can mend it; nothing for a fault of the program, whose stack stays on this side. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof InputError) return error.problems;
  const { problems, text, code } = error as { problems?: unknown; text?: Problem["text"]; code?: unknown };
  if (Array.isArray(problems)) return problems as Problem[];
  return text === undefined ? undefined : [{ code: String(code ?? "refused"), text }];
}
