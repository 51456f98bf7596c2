import type { Command } from "../command.ts";
import { runOnce } from "../study/run-once.ts";

const run: Command = (given, terminal) => runOnce("run", given, terminal);
export default run;
