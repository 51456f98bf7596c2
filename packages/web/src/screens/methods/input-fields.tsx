import { roleMeaning, type Table } from "@conurb/core/contract";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer } from "../../bench/use-bench.ts";
import type { TakenColumns } from "../../compute/compute.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { Coded } from "../../shell/coded.tsx";
import { written } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";
import type { OwnInputs } from "./own-inputs.ts";
import { RoleField } from "./role-field.tsx";
import type { Asked } from "./use-method.ts";
import { words } from "./words.ts";

interface InputFieldsProps {
  readonly method: MethodEntry;
  readonly outline: Outline;
  readonly asked: Asked;
  /** What the method takes of the tables that are chosen. */
  readonly columns: TakenColumns | undefined;
  /** Tables that nobody chose, and why those. */
  readonly began: OwnInputs | undefined;
  readonly onAsked: (asked: Asked) => void;
}

/** Where the inputs come from: an analysis of the study, tables of it, or the method's example. */
export function InputFields({ method, outline, asked, columns, began, onAsked }: InputFieldsProps) {
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
        {own && began !== undefined && <Why of={began} />}
      </label>
      {own &&
        inputs.map(([name]) => (
          <InputField
            key={name}
            name={name}
            method={method}
            outline={outline}
            value={asked.data[name]}
            roles={asked.roles[name] ?? {}}
            taken={columns?.[name]}
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

/** Whose tables these are, and why those columns. */
function Why({ of: { like, guessed } }: { readonly of: OwnInputs }) {
  const say = useSay(words);
  const language = useLanguage();
  const columns = guessed.map(({ role, column, reason }) =>
    say("guessed", { role, column: column[language], reason: say(reason) }),
  );
  return (
    <small>
      {like === undefined ? say("beganOwn") : say("beganLike", { title: like.title[language] })}{" "}
      {columns.length > 0 && columns.join(language === "zh" ? "；" : "; ") + (language === "zh" ? "。" : ".")}
    </small>
  );
}

type Roles = Readonly<Record<string, string | readonly string[]>>;

interface InputFieldProps {
  readonly name: string;
  readonly method: MethodEntry;
  readonly outline: Outline;
  readonly value: string | undefined;
  readonly roles: Roles;
  readonly taken: TakenColumns[string] | undefined;
  readonly onChange: (value: string | undefined, roles: Roles) => void;
}

function InputField({ name, method, outline, value, roles, taken, onChange }: InputFieldProps) {
  const say = useSay(words);
  const language = useLanguage();
  const { shape, optional, roles: takes = {} } = method.inputs[name] as MethodEntry["inputs"][string];
  const { inputs: titles, roles: roleTitles } = method.names;
  const means = Object.hasOwn(takes, name) ? undefined : method.means?.[name];
  const isTable = shape !== "record";
  const head = (
    <span>
      {titles[name]?.[language]} <span className="mono">{name}</span>{" "}
      <span className="quiet">
        {say(shape)}
        {optional ? ` · ${say("optional")}` : ""}
      </span>
    </span>
  );
  const told = means !== undefined && (
    <small>
      <Coded text={means[language]} />
    </small>
  );
  const tables = [...outline.indicators, ...outline.datasets];
  const isChoice = tables.some((each) => each.name === value);
  const table = useAnswer<Table>(
    isTable && value !== undefined && isChoice
      ? `/api/tables/${encodeURIComponent(value)}?run=${outline.lock}`
      : undefined,
  ).value;
  const analysis = outline.analyses.find(({ name }) => name === value?.split(".")[0]);
  if (!isTable) {
    return (
      <label className="field">
        {head}
        <textarea
          className="mono"
          rows={3}
          key={value}
          defaultValue={value?.startsWith(written) ? value.slice(written.length) : value}
          onBlur={(event) => onChange(event.target.value.trim() === "" ? undefined : written + event.target.value, {})}
        />
        {told}
        <small>{say("recordNote")}</small>
      </label>
    );
  }
  return (
    <fieldset>
      <label className="field">
        {head}
        <select
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value, {})}
        >
          <option value="">{say("none")}</option>
          {value !== undefined && !isChoice && (
            <option value={value}>{analysis === undefined ? value : `${analysis.title[language]} (${value})`}</option>
          )}
          {tables.map((each) => (
            <option key={each.name} value={each.name}>
              {each.title[language]} ({each.name})
            </option>
          ))}
        </select>
        {told}
      </label>
      {table !== undefined && (
        <div className="roles">
          {Object.entries(takes).map(([role, kind]) => {
            const [arity, of] = kind.split(" ");
            const columns = table.columns.filter((column) => column.kind === of);
            const named = columns.some((column) => column.name === role) ? [role] : [];
            return (
              <RoleField
                key={role}
                role={role}
                title={roleTitles[name]?.[role]}
                means={roleMeaning(method, role)}
                isMany={arity === "many"}
                columns={columns}
                chosen={[roles[role] ?? []].flat()}
                taken={taken?.[role] ?? [table.roles?.[role] ?? named].flat()}
                onChange={(next) => {
                  const { [role]: _, ...others } = roles;
                  const [one] = next;
                  const all = arity === "many" ? next : one;
                  onChange(value, one === undefined || all === undefined ? others : { ...others, [role]: all });
                }}
              />
            );
          })}
        </div>
      )}
    </fieldset>
  );
}
