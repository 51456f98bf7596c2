import type { Roles } from "@conurb/core/contract";
import { useLanguage, useSay } from "../../../language/language.ts";
import type { ChoiceChange, Choices, Preview, PreviewColumn } from "./preview.ts";
import { words } from "./words.ts";

/** Parts that a column plays alone, then those that several share. */
const single = ["place", "year", "industry", "from", "to", "flag", "lon", "lat"] as const;
type Part = (typeof single)[number] | "value" | "none";

interface ColumnsPartProps {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChoices: (more: ChoiceChange) => void;
}

/** The columns that come of it: what each is, its unit where the file says none, its first values. */
export function ColumnsPart({ preview, choices, onChoices }: ColumnsPartProps) {
  const say = useSay(words);
  const language = useLanguage();
  return preview.tables.map(({ columns, roles }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tables of a page have no name but their number
    <section key={at} className="columns-part" aria-label={say("stepColumns")}>
      <p className="quiet">{say("columnsOf", { n: columns.length })}</p>
      <table className="data columns">
        <thead>
          <tr>
            <th className="label" scope="col">
              {say("columnName")}
            </th>
            <th className="label" scope="col">
              {say("role")}
            </th>
            <th className="label" scope="col">
              {say("unit")}
            </th>
            <th className="label" scope="col">
              {say("first")}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const part = partOf(column, roles);
            return (
              <tr key={column.name}>
                <th className="label" scope="row">
                  {column.title?.[language] ?? column.name}
                  {column.title !== undefined && <span className="mono"> {column.name}</span>}
                </th>
                <td className="label">
                  {preview.isPage ? (
                    say(part === "year" ? "yearColumn" : part)
                  ) : (
                    <select
                      aria-label={say("roleOf", { column: column.name })}
                      value={part}
                      onChange={(event) =>
                        onChoices({ roles: withPart(roles, column, event.target.value as Part, columns) })
                      }
                    >
                      {[...single, ...(column.kind === "number" ? (["value"] as const) : []), "none" as const].map(
                        (each) => (
                          <option key={each} value={each}>
                            {say(each === "year" ? "yearColumn" : each)}
                          </option>
                        ),
                      )}
                    </select>
                  )}
                </td>
                <td className="label">
                  {column.kind === "number" &&
                    part === "value" &&
                    (column.hasOwnUnit ? (
                      column.unit
                    ) : (
                      <input
                        type="text"
                        size={14}
                        aria-label={say("unitOf", { column: column.name })}
                        placeholder={say("unitHint")}
                        value={choices.units?.[column.name] ?? ""}
                        onChange={(event) => {
                          const { [column.name]: _, ...others } = choices.units ?? {};
                          const unit = event.target.value;
                          onChoices({ units: unit === "" ? others : { ...others, [column.name]: unit } });
                        }}
                      />
                    ))}
                </td>
                <td className="label quiet">{firstOf(column)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  ));
}

const firstOf = ({ values }: PreviewColumn): string =>
  values
    .slice(0, 4)
    .map((value) => (value === null ? "–" : String(value)))
    .join(" · ");

function partOf({ name }: PreviewColumn, roles: Roles): Part {
  for (const role of single) if (roles[role] === name) return role;
  return [roles.value, roles.values].flat().includes(name) ? "value" : "none";
}

/** The roles in which this column plays this part: figures are one value, or several values, in the file's order. */
function withPart(roles: Roles, { name }: PreviewColumn, part: Part, columns: readonly PreviewColumn[]): Roles {
  const { value, values, ...others } = roles;
  const kept = Object.fromEntries(Object.entries(others).filter(([role, column]) => column !== name && role !== part));
  const figures = columns
    .map((column) => column.name)
    .filter((each) => (each === name ? part === "value" : [value, values].flat().includes(each)));
  return {
    ...kept,
    ...(part === "none" || part === "value" ? {} : { [part]: name }),
    ...(figures.length === 0 ? {} : figures.length === 1 ? { value: figures[0] as string } : { values: figures }),
  };
}
