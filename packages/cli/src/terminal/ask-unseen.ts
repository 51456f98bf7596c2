import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Interrupted } from "../exit.ts";

/** Asks a person for one line on the terminal; what is typed does not show. The question goes to standard error. */
export async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      reader.once("line", resolve);
      reader.once("SIGINT", () => reject(new Interrupted("interrupted")));
      reader.once("close", () => resolve(""));
    });
  } finally {
    reader.close();
    process.stderr.write("\n");
  }
}
