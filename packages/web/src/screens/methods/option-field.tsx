import type { Convention, OptionInfo } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { useId, useState } from "react";
import { parse, stringify } from "yaml";
import { useLanguage } from "../../language/language.ts";
import { Coded } from "../../shell/coded.tsx";

interface OptionFieldProps {
  readonly name: string;
  readonly schema: OptionInfo;
  readonly convention: Convention | undefined;
  readonly means: Text | undefined;
  /** As it stands; the default where nothing is asked. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One option as its JSON Schema says: a choice, a switch, a number, several choices, or YAML for what has no field. */
export function OptionField({ name, schema, convention, means, value, onChange }: OptionFieldProps) {
  const language = useLanguage();
  const id = useId();
  const choices = schema.enum as readonly unknown[] | undefined;
  const items = (schema.items as { enum?: readonly string[] } | undefined)?.enum;
  const said = (choice: string) => {
    const text = convention?.choices[choice]?.[language];
    return text === undefined ? choice : `${choice}: ${text}`;
  };
  const title = convention?.title[language] ?? name;
  const told = means?.[language] ?? (schema.description as string | undefined);
  const head = (
    <span>
      {title} {title !== name && <span className="mono">{name}</span>}
    </span>
  );
  if (choices !== undefined) {
    return (
      <label className="field">
        {head}
        <select
          value={String(value)}
          onChange={(event) => onChange(choices.find((each) => String(each) === event.target.value))}
        >
          {choices.map((each) => (
            <option key={String(each)} value={String(each)}>
              {said(String(each))}
            </option>
          ))}
        </select>
        {told !== undefined && (
          <small>
            <Coded text={told} />
          </small>
        )}
      </label>
    );
  }
  if (schema.type === "boolean") {
    return (
      <label className="field">
        {head}
        <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        {told !== undefined && (
          <small>
            <Coded text={told} />
          </small>
        )}
      </label>
    );
  }
  if (schema.type === "number" || schema.type === "integer") {
    const bound = (key: string) =>
      typeof schema[key] === "number" && Math.abs(schema[key]) < 1e12 ? schema[key] : undefined;
    return (
      <label className="field">
        {head}
        <input
          type="number"
          value={value === undefined ? "" : String(value)}
          min={bound("minimum")}
          max={bound("maximum")}
          step={schema.type === "integer" ? 1 : "any"}
          onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value))}
        />
        {told !== undefined && (
          <small>
            <Coded text={told} />
          </small>
        )}
      </label>
    );
  }
  if (schema.type === "array" && items !== undefined && Array.isArray(value)) {
    return (
      <fieldset className="field many">
        <legend>{title}</legend>
        {items.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={value.includes(each)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, each] : value.filter((other) => other !== each))
              }
            />
            {each}
          </label>
        ))}
        {told !== undefined && (
          <small>
            <Coded text={told} />
          </small>
        )}
      </fieldset>
    );
  }
  return (
    <label className="field" htmlFor={id}>
      {head}
      <YamlField id={id} value={value} onChange={onChange} />
      {told !== undefined && (
        <small>
          <Coded text={told} />
        </small>
      )}
    </label>
  );
}

/** What has no field of its own is written as in the study file. */
function YamlField({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const shown = value === undefined ? "" : stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
  const [text, setText] = useState(shown);
  return (
    <input
      id={id}
      type="text"
      className="mono"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        try {
          onChange(text.trim() === "" ? undefined : parse(text));
        } catch {
          setText(shown);
        }
      }}
    />
  );
}
