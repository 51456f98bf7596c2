import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The first lines of a list that may be long, and how many more there are: all of them stand in the JSON. */
export function tellFirst(
  lines: readonly string[],
  most: number,
  terminal: Terminal,
  more = lines.length - most,
): void {
  for (const line of lines.slice(0, most)) terminal.tell(line);
  if (more > 0) terminal.tell(`  ${terminal.text(say("listing-more", { more }))}`);
}
