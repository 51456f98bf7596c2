import { readFileSync } from "node:fs";
import { buildDigest } from "./build.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The program, and what runs it: both stand in every lock. */
export const program = {
  conurb: version,
  get build() {
    return buildDigest();
  },
  runtime: `node ${process.versions.node} ${process.platform} ${process.arch}`,
} as const;
