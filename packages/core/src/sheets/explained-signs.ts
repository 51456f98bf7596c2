import { flagsTold } from "../contract/flag-words.ts";
import { fillText } from "../language/message.ts";
import { numberCell } from "../tables/number-cell.ts";
import type { Layout } from "./layout.ts";
import type { At, PageLog } from "./page-log.ts";
import { isBlank, type SheetValue } from "./sheet.ts";

/** Cells that hold nothing but a sign which the layout explains: what each means, and how many there are. No figure is changed. */
export class ExplainedSigns {
  readonly #flags: ReadonlyMap<string, string>;
  readonly #found = new Map<string, { readonly first: At; count: number }>();
  /** The signs that are no figures: their cells are missing ones. 0 stays what it is. */
  readonly words: readonly string[];

  constructor({ signs }: Layout) {
    this.#flags = new Map(Object.entries(signs).map(([sign, flag]) => [plain(sign), flag]));
    this.words = Object.keys(signs).filter((sign) => numberCell(sign) === undefined);
  }

  /** The flag of a cell by its sign alone, counted where it is given. */
  flagOf(held: SheetValue, row: number, column: number): string | undefined {
    if (this.#flags.size === 0) return undefined;
    const sign = isBlank(held) ? "" : plain(String(held).trim());
    const flag = this.#flags.get(sign);
    if (flag === undefined) return undefined;
    const found = this.#found.get(sign);
    if (found === undefined) this.#found.set(sign, { first: { row, column }, count: 1 });
    else found.count += 1;
    return flag;
  }

  tell(log: PageLog): void {
    for (const [sign, { first, count }] of this.#found) {
      const flag = this.#flags.get(sign) as string;
      const [told = { en: flag, zh: flag }] = flagsTold(flag);
      log.note(
        "sign-explained",
        first,
        fillText(
          {
            en: "{sign, select, blank {is empty} other {holds {quoted}}}{more, plural, =0 {} one {, as # more cell does} other {, as # more cells do}}: {told}, flagged {flag}, and no figure is changed",
            zh: "{sign, select, blank {为空格} other {内容为{quoted}}}{more, plural, =0 {} other {（另有 # 处相同）}}：{told}，标记为 {flag}，数值不作改动",
          },
          {
            sign: sign === "" ? "blank" : "sign",
            quoted: { en: `"${sign}"`, zh: `“${sign}”` },
            more: count - 1,
            told,
            flag,
          },
        ),
        flag === "nil" && numberCell(sign) === undefined
          ? {
              en: `to read it as 0, write \`zero: [${JSON.stringify(sign)}]\` in the layout`,
              zh: `如要按 0 读取，请在 layout 中写 zero: [${JSON.stringify(sign)}]`,
            }
          : undefined,
      );
    }
  }
}

/** 0.0 and 0 are one sign, ０ too. */
function plain(sign: string): string {
  const value = numberCell(sign)?.value;
  return value === undefined ? sign : String(value);
}
