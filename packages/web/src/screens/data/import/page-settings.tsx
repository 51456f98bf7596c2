import { useSay } from "../../../language/language.ts";
import { withBlock } from "./layout-edits.ts";
import type { ShortBlock, ShortLayout } from "./preview.ts";
import { words } from "./words.ts";

interface PageSettingsProps {
  readonly layout: ShortLayout;
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onLayout: (layout: ShortLayout | undefined) => void;
  /** Whether something of it was set by hand. */
  readonly isOwn: boolean;
}

const years = ["across", "down", "sections", "one", "none"] as const;
const yearWords = {
  across: "yearsAcross",
  down: "yearsDown",
  sections: "yearsSections",
  one: "yearsOne",
  none: "yearsNone",
} as const;
const across = ["variable", "place", "industry"] as const;
const acrossWords = { variable: "acrossVariable", place: "acrossPlace", industry: "acrossIndustry" } as const;

/** What is said of a page as a whole: where years stand, what heads name, which rows are totals. */
export function PageSettings({ layout, at, onAt, onLayout, isOwn }: PageSettingsProps) {
  const say = useSay(words);
  const block = layout.tables[at];
  if (block === undefined) return null;
  const set = (more: Partial<ShortBlock>) => onLayout(withBlock(layout, at, (each) => ({ ...each, ...more })));
  const yearsNow = block.years ?? "none";
  return (
    <div className="fields">
      {layout.tables.length > 1 && (
        <span className="seg">
          {layout.tables.map((_, each) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tables of a page have no name but their number
            <button key={each} type="button" aria-pressed={each === at} onClick={() => onAt(each)}>
              {say("whichTable", { n: each + 1 })}
            </button>
          ))}
        </span>
      )}
      <label className="field">
        <span>{say("years")}</span>
        <select
          value={yearsNow}
          onChange={(event) => {
            const { year, ...others } = block;
            const next = event.target.value as (typeof years)[number];
            onLayout(
              withBlock(layout, at, () => ({
                ...others,
                years: next,
                ...(next === "one" ? { year: year ?? new Date().getFullYear() - 1 } : {}),
              })),
            );
          }}
        >
          {years.map((each) => (
            <option key={each} value={each}>
              {say(yearWords[each])}
            </option>
          ))}
        </select>
      </label>
      {yearsNow === "one" && (
        <label className="field">
          <span>{say("year")}</span>
          <input
            type="number"
            min={1800}
            max={2199}
            value={block.year ?? ""}
            onChange={(event) => {
              const year = event.target.valueAsNumber;
              if (year >= 1800 && year <= 2199) set({ year });
            }}
          />
        </label>
      )}
      <label className="field">
        <span>{say("across")}</span>
        <select
          value={block.across ?? "variable"}
          onChange={(event) => set({ across: event.target.value as (typeof across)[number] })}
        >
          {across.map((each) => (
            <option key={each} value={each}>
              {say(acrossWords[each])}
            </option>
          ))}
        </select>
      </label>
      {(["totals", "missing", "zero"] as const).map((key) => (
        <Signs
          key={key}
          title={say(key)}
          note={say(`${key}Note`)}
          signs={layout[key] ?? []}
          onSigns={(signs) => onLayout({ ...layout, [key]: signs })}
        />
      ))}
      {isOwn && (
        <button type="button" className="as-link" onClick={() => onLayout(undefined)}>
          {say("again")}
        </button>
      )}
    </div>
  );
}

interface SignsProps {
  readonly title: string;
  readonly note: string;
  readonly signs: readonly string[];
  readonly onSigns: (signs: string[]) => void;
}

/** Words or signs with commas between; they are settled when the field is left, or by Enter. */
function Signs({ title, note, signs, onSigns }: SignsProps) {
  const said = signs.join(", ");
  const settle = (text: string) => {
    const next = text
      .split(/[,，、]/)
      .map((each) => each.trim())
      .filter((each) => each !== "");
    if (next.join(", ") !== said) onSigns(next);
  };
  return (
    <label className="field">
      <span>{title}</span>
      <input
        key={said}
        type="text"
        size={14}
        defaultValue={said}
        onBlur={(event) => settle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle(event.currentTarget.value);
        }}
      />
      <small>{note}</small>
    </label>
  );
}
