import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const goldens = process.env.CONURB_GOLDENS ?? "";

export default defineConfig({
  resolve: { conditions: ["conurb-source"] },
  ssr: { resolve: { conditions: ["conurb-source", "node", "import", "default"] } },
  test: {
    include: ["{packages,studies,scripts,oracles}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/out/**", "**/*.browser.test.ts"],
    env: { CONURB_GOLDENS: existsSync(goldens) ? goldens : "" },
    setupFiles: ["./vitest.setup.ts"],
    testTimeout: 120_000, // milliseconds: no test is of speed, and the machine may be busy
    // one registry of modules for all files: four hundred of them load core once a worker, not four hundred times
    isolate: false,
    maxWorkers: "100%",
  },
});
