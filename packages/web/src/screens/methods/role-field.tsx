import type { Column } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { useLanguage, useSay } from "../../language/language.ts";
import { Coded } from "../../shell/coded.tsx";
import { words } from "./words.ts";

interface RoleFieldProps {
  readonly role: string;
  readonly title: Text | undefined;
  readonly means: Text | undefined;
  readonly isMany: boolean;
  /** Of the kind that the role takes. */
  readonly columns: readonly Column[];
  readonly chosen: readonly string[];
  /** What the method takes where nothing is chosen. */
  readonly taken: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which columns play a role: those that were chosen, else those that the method takes by itself. */
export function RoleField({ role, title, means, isMany, columns, chosen, taken, onChange }: RoleFieldProps) {
  const say = useSay(words);
  const language = useLanguage();
  const isByItself = chosen.length === 0 && taken.length > 0;
  const shown = isByItself ? taken : chosen;
  return (
    <label className="field">
      <span>
        {title?.[language]} <span className="mono">{role}</span>
      </span>
      <select
        multiple={isMany}
        size={isMany ? Math.min(6, Math.max(2, columns.length)) : undefined}
        value={isMany ? [...shown] : (shown[0] ?? "")}
        onChange={(event) => {
          const values = [...event.target.selectedOptions].map((each) => each.value);
          onChange(values.filter((each) => each !== ""));
        }}
      >
        {!isMany && <option value="">{say("roleNone")}</option>}
        {columns.map((column) => (
          <option key={column.name} value={column.name}>
            {column.title?.[language] ?? column.name}
            {column.kind === "number" && column.unit !== "1" ? ` (${column.unit})` : ""}
          </option>
        ))}
      </select>
      {means !== undefined && (
        <small>
          <Coded text={means[language]} />
        </small>
      )}
      {isMany && isByItself && <small>{say("takenByItself", { n: taken.length })}</small>}
    </label>
  );
}
