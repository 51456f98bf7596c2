import { useSay } from "../../../language/language.ts";
import type { ChoiceChange, Preview } from "./preview.ts";
import { words } from "./words.ts";

interface FilePartProps {
  readonly preview: Preview;
  readonly onChoices: (more: ChoiceChange) => void;
}

/** What the file is: its encoding, its sheet, whether its first row names the columns, and what the study calls it. */
export function FilePart({ preview, onChoices }: FilePartProps) {
  const say = useSay(words);
  const { sheets, sheet, encoding, format, isPage, name } = preview;
  return (
    <div className="fields">
      {sheets !== undefined && (
        <label className="field">
          <span>{say("sheet")}</span>
          <select value={sheet} onChange={(event) => onChoices({ sheet: event.target.value, layout: undefined })}>
            {sheets.map((each) => (
              <option key={each.sheet} value={each.sheet}>
                {say("sheetSize", { sheet: each.sheet, rows: each.rows, columns: each.columns })}
                {each.hidden ? ` (${say("hidden")})` : ""}
              </option>
            ))}
          </select>
        </label>
      )}
      {format === "csv" && (
        <>
          <label className="field">
            <span>{say("encoding")}</span>
            <select
              value={encoding ?? "utf-8"}
              onChange={(event) => onChoices({ encoding: event.target.value as "utf-8" | "gb18030" })}
            >
              {[...new Set([encoding ?? "utf-8", "utf-8", "gb18030"])].map((each) => (
                <option key={each} value={each}>
                  {each.toUpperCase()}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{say("kind")}</span>
            <select
              value={isPage ? "page" : "table"}
              onChange={(event) =>
                onChoices({ kind: event.target.value as "page" | "table", layout: undefined, roles: undefined })
              }
            >
              <option value="table">{say("table")}</option>
              <option value="page">{say("page")}</option>
            </select>
          </label>
        </>
      )}
      <label className="field">
        <span>{say("name")}</span>
        <input
          type="text"
          defaultValue={name}
          pattern="[a-z][a-z0-9_]*"
          onChange={(event) => {
            if (/^[a-z][a-z0-9_]*$/.test(event.target.value)) onChoices({ name: event.target.value });
          }}
        />
        <small>{say("nameNote")}</small>
      </label>
    </div>
  );
}
