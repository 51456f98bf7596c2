const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Columns that a text takes on a terminal: Chinese characters take two. */
export function textWidth(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return right ? space + text : text + space;
};

/** Rows as aligned text; `right` says which columns hold numbers. */
export function textTable(rows: readonly (readonly string[])[], right: readonly boolean[] = []): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => textWidth(row[at] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, right[at] ?? false))
      .join("  ")
      .trimEnd(),
  );
}
