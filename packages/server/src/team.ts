import { createHash, timingSafeEqual } from "node:crypto";

/** How people on other machines are let in. */
export type Team =
  /** Whoever knows it, asked for by the browser's own dialog. */
  | { readonly password: string }
  /** Whoever a proxy has let in: it names them in this header, and alone can reach the port. */
  | { readonly proxyHeader: string };

/** What stands at the door: `let in`, or why not. */
export type Verdict = "in" | "asked" | "wrong" | "too-often";

export const shortestPassword = 12; // characters

const mostWrong = 10; // a minute, of all who try together: a password of twelve characters is not guessed at that pace
const aMinute = 60_000; // milliseconds

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Judges requests of a team by their headers; wrong passwords are counted, and beyond a few a minute none is looked at. */
export function doorOf(
  team: Team,
  now: () => number = Date.now,
): (header: (name: string) => string | undefined) => Verdict {
  if ("proxyHeader" in team) return (header) => ((header(team.proxyHeader) ?? "").trim() === "" ? "asked" : "in");
  const right = digest(team.password);
  let wrong: number[] = [];
  return (header) => {
    const given = /^Basic (.+)$/i.exec(header("authorization") ?? "")?.[1];
    if (given === undefined) return "asked";
    wrong = wrong.filter((time) => now() - time < aMinute);
    if (wrong.length >= mostWrong) return "too-often";
    const told = Buffer.from(given, "base64").toString("utf8");
    if (timingSafeEqual(digest(told.slice(told.indexOf(":") + 1)), right)) return "in";
    wrong.push(now());
    return "wrong";
  };
}
