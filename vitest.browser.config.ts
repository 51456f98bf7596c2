import { defineConfig } from "vitest/config";

/** Checks that need a real browser: `CONURB_CHROMIUM` names it, `/usr/bin/chromium` unless set. */
export default defineConfig({
  resolve: { conditions: ["conurb-source"] },
  ssr: { resolve: { conditions: ["conurb-source", "node", "import", "default"] } },
  test: {
    include: ["{packages,studies}/**/*.browser.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
