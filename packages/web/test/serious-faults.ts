import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";

const axe = join(dirname(createRequire(import.meta.url).resolve("axe-core")), "axe.min.js");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // injected by the test's own hand: the policy of the page allows no such script to be loaded
  await page.evaluate(readFileSync(axe, "utf8"));
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .join(" | ")
          .slice(0, 600)}`,
    );
}
