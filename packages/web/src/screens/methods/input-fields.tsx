import type { InputInfo, Table } from "@conurb/core/contract";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { MethodEntry } from "./method-entry.ts";
import type { Asked } from "./use-method.ts";
import { words } from "./words.ts";

interface InputFieldsProps {
  readonly method: MethodEntry;
  readonly outline: Outline;
  readonly asked: Asked;
  readonly onAsked: (asked: Asked) => void;
}

/** Where the inputs come from: an analysis of the study, tables of it, or the method's example. */
export function InputFields({ method, outline, asked, onAsked }: InputFieldsProps) {
  const say = useSay(words);
  const language = useLanguage();
  const using = outline.analyses.filter((each) => each.method === method.id && each.key !== undefined);
  const inputs = Object.entries(method.inputs);
  const own = asked.as === undefined;
  const first = [...outline.indicators, ...outline.datasets][0]?.name;
  return (
    <>
      <label className="field">
        <span>{say("data")}</span>
        <select
          value={asked.as ?? ""}
          onChange={(event) => {
            const as = event.target.value === "" ? undefined : event.target.value;
            const data =
              as !== undefined || first === undefined
                ? {}
                : Object.fromEntries(
                    inputs
                      .filter(([, { optional, shape }]) => !optional && shape !== "record")
                      .map(([name]) => [name, first]),
                  );
            onAsked({ ...asked, as, data, roles: {} });
          }}
        >
          {using.map(({ name, title }) => (
            <option key={name} value={name}>
              {say("asIn", { name: `${title[language]} (${name})` })}
            </option>
          ))}
          <option value="example">{say("example")}</option>
          <option value="">{say("ownTables")}</option>
        </select>
        {asked.as === "example" && <small>{say("exampleNote")}</small>}
      </label>
      {own &&
        inputs.map(([name, info]) => (
          <InputField
            key={name}
            name={name}
            info={info}
            outline={outline}
            value={asked.data[name]}
            roles={asked.roles[name] ?? {}}
            means={method.means}
            onChange={(value, roles) => {
              const { [name]: _, ...others } = asked.data;
              const { [name]: __, ...otherRoles } = asked.roles;
              onAsked({
                ...asked,
                data: value === undefined ? others : { ...others, [name]: value },
                roles: Object.keys(roles).length === 0 ? otherRoles : { ...otherRoles, [name]: roles },
              });
            }}
          />
        ))}
    </>
  );
}

type Roles = Readonly<Record<string, string | readonly string[]>>;

interface InputFieldProps {
  readonly name: string;
  readonly info: InputInfo;
  readonly outline: Outline;
  readonly value: string | undefined;
  readonly roles: Roles;
  readonly means: MethodEntry["means"];
  readonly onChange: (value: string | undefined, roles: Roles) => void;
}

function InputField({ name, info, outline, value, roles, means, onChange }: InputFieldProps) {
  const say = useSay(words);
  const language = useLanguage();
  const isTable = info.shape !== "record";
  const table = useAnswer<Table>(
    isTable && value !== undefined ? `/api/tables/${encodeURIComponent(value)}?run=${outline.lock}` : undefined,
  ).value;
  if (!isTable) {
    return (
      <label className="field">
        <span>
          {name} {info.optional && <span className="quiet">{say("optional")}</span>}
        </span>
        <textarea
          className="mono"
          rows={3}
          defaultValue={value?.replace(/^yaml:/, "")}
          onBlur={(event) => onChange(event.target.value.trim() === "" ? undefined : `yaml:${event.target.value}`, {})}
        />
        <small>{say("record")}</small>
      </label>
    );
  }
  return (
    <fieldset>
      <label className="field">
        <span>
          {name}{" "}
          <span className="quiet">
            {info.shape}
            {info.optional ? ` · ${say("optional")}` : ""}
          </span>
        </span>
        <select
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value, {})}
        >
          <option value="">{say("none")}</option>
          {[...outline.indicators, ...outline.datasets].map((each) => (
            <option key={each.name} value={each.name}>
              {each.title[language]} ({each.name})
            </option>
          ))}
        </select>
      </label>
      {table !== undefined && (
        <div className="roles">
          {Object.entries(info.roles ?? {}).map(([role, kind]) => {
            const [arity, of] = kind.split(" ");
            const columns = table.columns.filter((column) => column.kind === of);
            const current =
              roles[role] ?? table.roles?.[role] ?? (columns.some((column) => column.name === role) ? role : "");
            const shown = Array.isArray(current) ? [...current] : String(current);
            return (
              <label key={role} className="field">
                <span>
                  {means?.[role]?.[language] ?? role} <span className="mono">{role}</span>
                </span>
                <select
                  multiple={arity === "many"}
                  size={arity === "many" ? Math.min(6, Math.max(2, columns.length)) : undefined}
                  value={
                    arity === "many"
                      ? Array.isArray(shown)
                        ? shown
                        : shown === ""
                          ? []
                          : [shown]
                      : Array.isArray(shown)
                        ? (shown[0] ?? "")
                        : shown
                  }
                  onChange={(event) => {
                    const chosen = [...event.target.selectedOptions]
                      .map((each) => each.value)
                      .filter((each) => each !== "");
                    const { [role]: _, ...others } = roles;
                    onChange(
                      value,
                      chosen.length === 0
                        ? others
                        : { ...others, [role]: arity === "many" ? chosen : (chosen[0] as string) },
                    );
                  }}
                >
                  {arity !== "many" && <option value="">{say("roleNone")}</option>}
                  {columns.map((column) => (
                    <option key={column.name} value={column.name}>
                      {column.title?.[language] ?? column.name}
                      {column.kind === "number" && column.unit !== "1" ? ` (${column.unit})` : ""}
                    </option>
                  ))}
                </select>
              </label>
            );
          })}
        </div>
      )}
    </fieldset>
  );
}
