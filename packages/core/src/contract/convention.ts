import { same, type Text } from "../language/text.ts";
import type { Convention } from "./method.ts";

/** What an answer to a convention means: by its name, by each of its names where it is a list, else as it stands. */
export function answerOf({ choices }: Convention, answer: string): Text {
  const named = (name: string) => (Object.hasOwn(choices, name) ? choices[name] : undefined);
  const whole = named(answer);
  if (whole !== undefined) return whole;
  const each = listOf(answer).map((name) => named(name) ?? same(name));
  return { en: each.map(({ en }) => en).join(", "), zh: each.map(({ zh }) => zh).join("、") };
}

/** The names in an answer that may be a list of them. */
export function listOf(answer: string): string[] {
  return answer.split(", ");
}
