import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Threads stand in the same graph of chunks as the page: left to itself, vite bundles them apart, and what both need would be
 * sent twice.
 */
function threadsWithPage(): Plugin {
  const address = 'new URL("./worker.ts", import.meta.url)';
  return {
    name: "threads-with-page",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /compute\/thread\.ts$/ },
      handler(code) {
        if (!code.includes(address)) this.error(`expected ${address}`);
        const chunk = this.emitFile({ type: "chunk", id: here("src/compute/worker.ts"), name: "worker" });
        return code.replace(address, `import.meta.ROLLUP_FILE_URL_${chunk}`);
      },
    },
  };
}

/**
 * The pages of the workbench: one page, its screens each in a file of its own, nothing inline. Addresses are relative, so that
 * the same files work behind a server and as a site in any folder of any host.
 */
export default defineConfig({
  base: "./",
  plugins: [react(), threadsWithPage()],
  resolve: {
    conditions: ["conurb-source", ...defaultClientConditions],
    // its modules, of which a thread takes the few that it needs, in place of the whole in one file
    alias: { "ml-matrix": fileURLToPath(new URL("src/index.js", import.meta.resolve("ml-matrix"))) },
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: {
      polyfill: false,
      // a thread has no document to put a link into: what a screen needs is fetched at once, for the rest styles alone
      resolveDependencies: (_, files, { hostId, hostType }) =>
        hostType === "html" || hostId.startsWith("assets/index-")
          ? files
          : files.filter((file) => file.endsWith(".css")),
    },
  },
});
