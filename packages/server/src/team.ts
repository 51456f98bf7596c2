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

const mostWrong = 10; // a minute from one address, so that who guesses keeps out nobody but themselves
const mostWrongOfAll = 100; // a minute from all of them: a password of twelve characters is not guessed at that pace
const aMinute = 60_000; // milliseconds

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** A request as it stands at the door: its headers, and the address that it came from. */
export interface Caller {
  header(name: string): string | undefined;
  readonly address: string;
}

interface Try {
  readonly address: string;
  readonly time: number;
}

/**
 * Judges requests of a team by their headers. Wrong passwords are counted by the address that they came from, and beyond a few a
 * minute none from there is looked at; behind a proxy that hands on no addresses, all who come through it are one.
 */
export function doorOf(team: Team, now: () => number = Date.now): (caller: Caller) => Verdict {
  if ("proxyHeader" in team) return ({ header }) => ((header(team.proxyHeader) ?? "").trim() === "" ? "asked" : "in");
  const right = digest(team.password);
  let wrong: readonly Try[] = [];
  return ({ header, address }) => {
    const given = /^Basic (.+)$/i.exec(header("authorization") ?? "")?.[1];
    if (given === undefined) return "asked";
    wrong = wrong.filter(({ time }) => now() - time < aMinute);
    const own = wrong.filter((each) => each.address === address);
    if (own.length >= mostWrong || wrong.length >= mostWrongOfAll) return "too-often";
    const told = Buffer.from(given, "base64").toString("utf8");
    if (timingSafeEqual(digest(told.slice(told.indexOf(":") + 1)), right)) return "in";
    wrong = [...wrong, { address, time: now() }];
    return "wrong";
  };
}
