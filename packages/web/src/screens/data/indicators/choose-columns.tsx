import "./indicators.css";
import type { NumberColumn } from "@conurb/core/contract";
import { unitWords } from "@conurb/figures/unit-words";
import { useLanguage, useSay } from "../../../language/language.ts";
import type { Chosen } from "./with-indicators.ts";
import { words } from "./words.ts";

interface ChooseColumnsProps {
  readonly columns: readonly NumberColumn[];
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
}

/** A line a column: whether it counts, which way, and what it is a side of. */
export function ChooseColumns({ columns, chosen, onChosen }: ChooseColumnsProps) {
  const say = useSay(words);
  const language = useLanguage();
  const of = ({ name }: NumberColumn) => chosen.find(({ column }) => column === name);
  const fresh = ({ name, title }: NumberColumn): Chosen => ({
    column: name,
    ...(title === undefined ? {} : { title }),
    direction: "up",
    aspect: "",
  });
  /** In the table's order, whichever was ticked first. */
  const put = (next: (column: NumberColumn) => Chosen | undefined) =>
    onChosen(columns.flatMap((column) => next(column) ?? []));
  const change = (changed: NumberColumn, to: Partial<Chosen>) =>
    put((column) => (column === changed ? { ...(of(column) ?? fresh(column)), ...to } : of(column)));
  return (
    <>
      {columns.length > 1 && (
        <p>
          <button
            type="button"
            className="button"
            disabled={chosen.length === columns.length}
            onClick={() => put((column) => of(column) ?? fresh(column))}
          >
            {say("all")}
          </button>
        </p>
      )}
      <section className="scroll" aria-label={say("column")}>
        <table className="data choose-columns">
          <thead>
            <tr>
              {(["column", "direction", "aspect", "unit", "first"] as const).map((head) => (
                <th key={head} className="label" scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => {
              const own = of(column);
              const title = column.title?.[language] ?? column.name;
              return (
                <tr key={column.name}>
                  <th className="label" scope="row">
                    <label>
                      <input
                        type="checkbox"
                        checked={own !== undefined}
                        onChange={({ target }) =>
                          target.checked ? change(column, {}) : put((each) => (each === column ? undefined : of(each)))
                        }
                      />{" "}
                      {title}
                    </label>
                  </th>
                  <td className="label">
                    <select
                      aria-label={say("directionOf", { column: title })}
                      value={own?.direction ?? "up"}
                      disabled={own === undefined}
                      onChange={({ target }) => change(column, { direction: target.value === "down" ? "down" : "up" })}
                    >
                      <option value="up">{say("up")}</option>
                      <option value="down">{say("down")}</option>
                    </select>
                  </td>
                  <td className="label">
                    <input
                      type="text"
                      size={12}
                      aria-label={say("aspectOf", { column: title })}
                      value={own?.aspect ?? ""}
                      disabled={own === undefined}
                      onChange={({ target }) => change(column, { aspect: target.value })}
                    />
                  </td>
                  <td className="label quiet">{unitWords(column.unit, language)}</td>
                  <td className="label quiet">{firstOf(column)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

const firstOf = ({ values }: NumberColumn): string =>
  Array.from(values)
    .filter(Number.isFinite)
    .slice(0, 3)
    .map((value) => String(value))
    .join(" · ");
