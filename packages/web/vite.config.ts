import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** The pages of the workbench: one page, its screens each in a file of its own, nothing inline. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["conurb-source", ...defaultClientConditions] },
  worker: { format: "es" },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
});
