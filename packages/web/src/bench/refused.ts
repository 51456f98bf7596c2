import type { Problem } from "@conurb/core/contract";

/** A refusal of the source, with everything that it says is wrong. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly problems: readonly Problem[];
  constructor(status: number, problems: readonly Problem[]) {
    super(problems.map(({ text }) => text.en).join("; ") || `server: ${status}`);
    this.status = status;
    this.problems = problems;
  }
}

/** Nobody answered: the server, or the host of a site, is gone. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
  readonly problems: readonly Problem[] = [
    {
      code: "unanswered",
      text: { en: "there is no answer: the server may have ended", zh: "没有应答：服务可能已经停止" },
    },
  ];
}

/** What went wrong, in words for who asked: why it was refused, that nobody answered, or what the program said of its own fault. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refused || error instanceof Unanswered) return error.problems;
  const said = error instanceof Error ? error.message : String(error);
  return [{ code: "fault", text: { en: said, zh: said } }];
}
