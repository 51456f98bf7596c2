import { homedir } from "node:os";
import { join } from "node:path";

/** Where this user's programs keep what they may forget. */
export function stateFolder(): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = process.env;
  const root =
    XDG_STATE_HOME ?? (process.platform === "win32" ? LOCALAPPDATA : undefined) ?? join(homedir(), ".local", "state");
  return join(root, "conurb");
}
