const candidates = [",", "\t", ";", "|"] as const;
const looked = { characters: 65_536, rows: 50 };

type Parse = (text: string, delimiter: string, rows: number) => readonly (readonly string[])[];

/**
 * The delimiter under which most of the first rows are as wide as the header; of several, the one that makes the header
 * widest. A header that none of them splits is one column.
 */
export function findDelimiter(text: string, parse: Parse): string {
  const cut = text.length > looked.characters;
  const head = text.slice(0, looked.characters);
  let best: { delimiter: string; agree: number; width: number } = { delimiter: ",", agree: -1, width: 1 };
  for (const delimiter of candidates) {
    const parsed = parse(head, delimiter, looked.rows + 1);
    const whole = cut && parsed.length <= looked.rows ? parsed.slice(0, -1) : parsed;
    const rows = whole.filter((row) => row.length > 1 || (row[0] as string).trim() !== "");
    const width = rows[0]?.length ?? 1;
    if (width === 1) continue;
    const agree = rows.filter((row) => row.length === width).length / rows.length;
    if (agree > best.agree || (agree === best.agree && width > best.width)) best = { delimiter, agree, width };
  }
  return best.delimiter;
}
