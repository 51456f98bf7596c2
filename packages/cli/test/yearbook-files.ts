import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { expect } from "vitest";
import { conurb, type Ran } from "./conurb.ts";

export const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets });
export const english = { LANG: "en" } as const;
export const run = (folder: string, ...args: string[]) =>
  conurb([...args, "--lang", "en"], { cwd: folder, env: english });
export const noStack = ({ err, out }: Ran) => expect(`${err}${out}`).not.toMatch(/\n\s+at .*\.(js|ts):\d+/);

/** Bytes in GB18030, by the inverse of the decoder's own table of two-byte characters. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && [...sign].length === 1 && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => [...(table.get(sign) ?? [sign.charCodeAt(0)])]));
}

export const page = [
  "表2-1　各地区生产总值(2020—2021年),,,",
  "单位：亿元,,,",
  "地区,2020年,2021年,备注",
  '全　国,"1,013,567.0","1,143,669.7",',
  '北　京,"36,102.6",40269.6①,',
  "天　津,１４０８３．７,15695.0,",
  "河　北,…,40391.3,",
  "注：① 为普查修订数。,,,",
].join("\r\n");

/** A folder in which the printed study stands beside its data. */
export async function studyFrom(folder: string, ...args: string[]): Promise<Ran> {
  const made = await run(folder, "import", ...args, "--study");
  writeFileSync(join(folder, "study.yaml"), made.out);
  return made;
}

export const words: WriteSheet = { name: "说明", rows: [["本表为示例"]] };
export const output: WriteSheet = {
  name: "2-1",
  rows: [["各地区生产总值"], [null, "单位：亿元"], ["地区", "2020年"], ["北京", "36,102.6"], ["天津", 14083.7]],
};
export const people: WriteSheet = {
  name: "2-2 人口",
  rows: [["各地区年末常住人口(万人)"], ["地区", "2020年"], ["北京", 2189], ["天津", "n/k"], ["朝阳", 280]],
};
