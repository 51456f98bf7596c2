#!/usr/bin/env node
import module from "node:module";

module.enableCompileCache?.();
try {
  const { main } = await import("../dist/cli.js");
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // a clone that was not built yet lacks files of its own, not packages
  const unbuilt = error?.code === "ERR_MODULE_NOT_FOUND" && /module '[^']*[\\/]dist[\\/]/.test(error.message);
  if (!unbuilt) throw error;
  process.stderr.write("conurb: run npm run build first (请先运行 npm run build)\n");
  process.exitCode = 1;
}
