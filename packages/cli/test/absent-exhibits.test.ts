import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

const patience = 120_000; // milliseconds: a report in a process of its own, on a machine that may be busy

it(
  "says of a part that an analysis has not, and of rows that are not there, that they are absent",
  async () => {
    const files = sampleStudy({ draws: 200 });
    const report = `report:
  sections:
    - title: A
      show: [index.bogus, { of: index.nodes, where: { node: [wealth, lief] } }, { of: index.nodes, where: { node: life } }]
`;
    const folder = folderWith({ ...files, "study.yaml": `${files["study.yaml"]}${report}` });
    const ran = await conurb(["report", folder, "--lang", "en"]);
    expect(ran.code, ran.err).toBe(0);
    const html = readFileSync(join(folder, "out/report.en.html"), "utf8");
    const absent = [...html.matchAll(/<div class="absent">.*?<\/div>/gs)].map(([each]) => each);
    expect(absent).toHaveLength(2);
    expect(absent[0]).toMatch(/analysis index has nothing called bogus to show; its views are .*, its tables .*nodes/);
    expect(absent[1]).toMatch(/index\.nodes\.where\.node: no row has lief; there is .*life/);
  },
  patience,
);
