import { stat } from "node:fs/promises";
import { registerHeads } from "@conurb/core/study";
import { decodeData, formatNamed, readBytes, sizeLimit } from "@conurb/store";
import { encodingOf } from "../calc/read-input.ts";
import { type Command, textOption } from "../command.ts";
import { UsageError } from "../exit.ts";
import { datasetNamed } from "../import/dataset-name.ts";
import { importLarge } from "../import/import-large.ts";
import { importPage } from "../import/import-page.ts";
import { importRegister } from "../import/import-register.ts";
import { importTable } from "../import/import-table.ts";
import { columnsAsked } from "../import/interpolation.ts";
import { hasPlacesAcross, looksLikePage } from "../import/looks-like-page.ts";
import { isWorkbook, openBook } from "../import/open-book.ts";
import { requireTidyName } from "../import/write-table.ts";
import { say } from "../say.ts";

const importFile: Command = async (given, terminal) => {
  const file = given.words[0] as string;
  const [sheet, layout, out] = ["sheet", "layout", "out"].map((name) => textOption(given, name));
  const common = {
    name: datasetName(textOption(given, "name"), file),
    out,
    asStudy: given.options.study === true,
    interpolate: columnsAsked(textOption(given, "interpolate")),
    json: given.options.json === true,
  };
  if (out !== undefined) requireTidyName(out);
  const encoding = encodingOf(textOption(given, "encoding"));
  const options = encoding === undefined ? {} : { encoding };
  const isPlain = layout === undefined && sheet === undefined && isNamedText(file);
  const size = isPlain ? await sizeOf(file) : 0;
  if (
    size > sizeLimit() ||
    (size > soonHeld && out === undefined && !common.asStudy && common.interpolate.length === 0)
  ) {
    return importLarge({ ...common, file, options, isHeld: size <= sizeLimit() }, terminal);
  }
  const bytes = await readBytes(file);
  if (layout !== undefined || isWorkbook(bytes, file)) {
    return importPage({ ...common, book: await openBook(bytes, file, options), sheet, layout }, terminal);
  }
  const projection = textOption(given, "projection");
  const data = await decodeData(bytes, file, {
    ...options,
    ...(sheet === undefined ? {} : { layer: sheet }),
    ...(projection === undefined ? {} : { projection }),
  });
  const heads = registerHeads(data.cells.rows[0] ?? []);
  if (heads !== undefined && out === undefined) return importRegister({ ...common, file, data, heads }, terminal);
  const isPage = sheet !== undefined || (data.format === "csv" && looksLikePage(data.cells));
  if (data.format === "csv" && (isPage || (await hasPlacesAcross(data.cells)))) {
    return importPage({ ...common, book: await openBook(bytes, file, options), sheet, layout }, terminal);
  }
  return importTable({ ...common, file, data, layer: sheet, projection }, terminal);
};
export default importFile;

/** A larger file is read as a stream: as fast, and in a tenth of the memory. */
const soonHeld = 32e6; // bytes

/** 0 where there is no such file: whoever reads it says so. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

const isNamedText = (file: string): boolean => formatNamed("csv").endings.some((ending) => file.endsWith(`.${ending}`));

function datasetName(asked: string | undefined, file: string): string {
  if (asked !== undefined) {
    if (/^[a-z][a-z0-9_]*$/.test(asked)) return asked;
    throw new UsageError(say("import-name", { name: asked }));
  }
  return datasetNamed(file);
}
