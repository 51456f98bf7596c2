import { readFile } from "node:fs/promises";
import { hostname, networkInterfaces } from "node:os";
import type { Team } from "@conurb/server";
import { type Given, textOption, textsOption } from "../command.ts";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { askUnseen } from "../terminal/ask-unseen.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Where a team reaches the workbench, and how it is let in. */
export interface TeamAsked {
  readonly at: string;
  readonly team: Team & { readonly hosts: readonly string[] };
}

/** Headers that browsers send by themselves: they name nobody, and would let in everybody. */
const anybodys =
  /^(accept|cache|content|if|sec|upgrade|x-forwarded)(-|$)|^(connection|cookie|dnt|host|origin|pragma|referer|user-agent|via)$/i;

/** What `--listen` asks for: a password or the header of a proxy, never neither. Nothing without `--listen`. */
export async function teamAsked(given: Given, terminal: Terminal): Promise<TeamAsked | undefined> {
  const at = textOption(given, "listen");
  const [file, header] = [textOption(given, "password-file"), textOption(given, "proxy-header")];
  const hosts = textsOption(given.options, "host");
  if (at === undefined) {
    if (file ?? header ?? hosts[0]) throw new UsageError(say("serve-listen-missing"), say("serve-listen-hint"));
    return undefined;
  }
  if (file !== undefined && header !== undefined) throw new UsageError(say("serve-listen-both"));
  if (header !== undefined && (!/^[\w-]+$/.test(header) || anybodys.test(header)))
    throw new UsageError(say("serve-header", { header }));
  const known = [...hosts, hostname(), ...ownAddresses()].map((name) => name.toLowerCase());
  if (header !== undefined) return { at, team: { proxyHeader: header, hosts: known } };
  return { at, team: { password: await passwordFrom(file, terminal), hosts: known } };
}

async function passwordFrom(file: string | undefined, terminal: Terminal): Promise<string> {
  const { shortestPassword } = await import("@conurb/server");
  if (file === undefined && !process.stdin.isTTY) throw new UsageError(say("serve-listen"), say("serve-listen-hint"));
  const text =
    file === undefined
      ? await askUnseen(`${terminal.text(say("serve-ask-password"))} `)
      : await readFile(file, "utf8").catch(() => {
          throw new UsageError(say("serve-password-file", { file }));
        });
  const password = text.trim();
  if ([...password].length >= shortestPassword) return password;
  throw new UsageError(say("serve-password-short", { least: String(shortestPassword) }));
}

/** Addresses of this machine as a browser writes them. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((each = []) =>
    each.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address)),
  );
}
