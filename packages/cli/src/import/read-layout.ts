import { InputError, type Problem } from "@conurb/core/contract";
import { faultText, readBySchema } from "@conurb/core/language";
import { type Layout, layoutSchema } from "@conurb/core/sheets";
import { readRecord } from "../calc/read-input.ts";
import { say } from "../say.ts";

/** A layout from a file: alone, or as the entry of a dataset holds it, under `layout`. */
export async function readLayout(file: string): Promise<Layout> {
  const record = await readRecord("layout", file);
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new InputError({ code: "layout-file-no-map", text: say("layout-file-no-map", { file }), place: { file } });
  }
  return layoutIn("layout" in record ? record.layout : record, file);
}

/** A layout as it was written by hand; `file` is what refusals call where it stands. */
export function layoutIn(given: unknown, file: string): Layout {
  const { value, faults } = readBySchema(layoutSchema, given);
  if (faults === undefined) return value;
  throw new InputError(
    faults.map((fault): Problem => {
      const at = fault.path.map(String).join(".") || "layout";
      const { hint } = fault;
      return {
        code: "layout-invalid",
        text: faultText(fault, at),
        place: { file },
        ...(hint === undefined ? {} : { hint }),
      };
    }),
  );
}
