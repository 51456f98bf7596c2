import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/**
 * The pages of the workbench: one page, its screens each in a file of its own, nothing inline. Addresses are relative, so that
 * the same files work behind a server and as a site in any folder of any host.
 */
export default defineConfig({
  base: "./",
  plugins: [react()],
  resolve: {
    conditions: ["conurb-source", ...defaultClientConditions],
    // its modules, of which a thread takes the few that it needs, in place of the whole in one file
    alias: { "ml-matrix": fileURLToPath(new URL("src/index.js", import.meta.resolve("ml-matrix"))) },
  },
  worker: { format: "es" },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
});
