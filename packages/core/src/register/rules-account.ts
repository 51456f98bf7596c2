import type { Problem } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import type { RegisterCells } from "./cells.ts";
import { codeLists, several } from "./codes.ts";
import type { Rule, RuledCell } from "./rules.ts";

/** Rules that say a code which there is not, or ask for a value that no entry has. */
export function checkRules(
  rules: readonly Rule[],
  entries: readonly Readonly<Record<string, string>>[],
  problems: Problem[],
  notes: Problem[],
): void {
  rules.forEach(({ when, fill }, at) => {
    const path = `rules.${at}`;
    if (fill.instrument !== undefined && !codeLists.instrument.codes.some(({ code }) => code === fill.instrument)) {
      const known = codeLists.instrument.codes.map(({ code }) => code);
      const hint = suggestion(fill.instrument, known);
      problems.push({
        code: "register-code-unknown",
        text: {
          en: `rule ${at + 1}: instrument is ${fill.instrument}, expected one of ${known.join(", ")}`,
          zh: `规则 ${at + 1}：政策工具为 ${fill.instrument}，应为以下之一：${known.join("、")}`,
        },
        place: { path: `${path}.fill.instrument` },
        ...(hint === undefined ? {} : { hint }),
      });
    }
    for (const [column, wanted] of Object.entries(when)) {
      if (column === "title" || column === "evidence" || wanted === undefined) continue;
      const there = new Set(entries.flatMap((entry) => several(entry[column])));
      for (const value of wanted) {
        if (there.has(value)) continue;
        const known = [...there].sort();
        const hint = suggestion(value, known);
        notes.push({
          code: "register-rule-value-unknown",
          text: {
            en: `rule ${at + 1}: no entry has ${column} ${value}; there are ${known.join(", ") || "-"}`,
            zh: `规则 ${at + 1}：没有 ${column} 为 ${value} 的条目；现有 ${known.join("、") || "-"}`,
          },
          ...(hint === undefined ? {} : { hint }),
        });
      }
    }
  });
}

/** What each rule filled, entry by entry, and where a later one would have filled otherwise. */
export function tellRules(filled: readonly RuledCell[], rules: readonly Rule[], cells: RegisterCells): Problem[] {
  return rules.flatMap((_, at): Problem[] => {
    const rule = at + 1;
    const own = filled.filter((cell) => cell.rule === rule);
    if (own.length === 0) {
      return [
        {
          code: "register-rule-idle",
          text: { en: `rule ${rule} fills no cell`, zh: `规则 ${rule} 未填写任何单元格` },
        },
      ];
    }
    const columns = [...new Set(own.map(({ column }) => column))];
    const account = columns.map((column): Problem => {
      const those = own.filter((cell) => cell.column === column);
      const ids = those.map(({ row }) => cells.text("id", row));
      const value = those[0]?.value ?? "";
      return {
        code: "register-rule-filled",
        text: {
          en: `rule ${rule} fills ${column} with ${value} in ${ids.length} ${ids.length === 1 ? "entry" : "entries"}: ${ids.join(", ")}`,
          zh: `规则 ${rule} 将 ${ids.length} 项的 ${column} 填为 ${value}：${ids.join("、")}`,
        },
      };
    });
    const disputed = own.filter(({ against }) => against !== undefined);
    const dispute = disputed.map(({ row, column, value, against }): Problem => {
      const id = cells.text("id", row);
      return {
        code: "register-rules-disagree",
        text: {
          en: `${column} of ${id}: rule ${rule} says ${value}, rule ${against?.rule} says ${against?.value}; rule ${rule} holds`,
          zh: `${id} 的 ${column}：规则 ${rule} 为 ${value}，规则 ${against?.rule} 为 ${against?.value}；以规则 ${rule} 为准`,
        },
        place: cells.place(column, row),
      };
    });
    return [...account, ...dispute];
  });
}
