import type { OptionInfo } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { useId, useState } from "react";
import { parse, stringify } from "yaml";
import { useLanguage } from "../../language/language.ts";
import { Coded } from "../../shell/coded.tsx";

interface OptionFieldProps {
  readonly name: string;
  readonly schema: OptionInfo;
  readonly title: Text | undefined;
  /** What its answers are called, where it is a choice. */
  readonly answers: Readonly<Record<string, Text>> | undefined;
  readonly means: Text | undefined;
  /** As it stands; the default where nothing is asked. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One option as its JSON Schema says: a choice, a switch, a number, several choices, or YAML for what has no field. */
export function OptionField({ name, schema, title, answers, means, value, onChange }: OptionFieldProps) {
  const language = useLanguage();
  const id = useId();
  const choices = schema.enum as readonly unknown[] | undefined;
  const items = (schema.items as { enum?: readonly string[] } | undefined)?.enum;
  const called = (choice: string) => answers?.[choice]?.[language] ?? choice;
  const listed = (choice: string) => (called(choice) === choice ? choice : `${called(choice)} · ${choice}`);
  const head = (
    <>
      {title?.[language]} <span className="mono">{name}</span>
    </>
  );
  const told = means !== undefined && (
    <small>
      <Coded text={means[language]} />
    </small>
  );
  if (choices !== undefined) {
    return (
      <label className="field">
        <span>{head}</span>
        <select
          value={String(value)}
          onChange={(event) => onChange(choices.find((each) => String(each) === event.target.value))}
        >
          {choices.map((each) => (
            <option key={String(each)} value={String(each)}>
              {listed(String(each))}
            </option>
          ))}
        </select>
        {told}
      </label>
    );
  }
  if (schema.type === "boolean") {
    return (
      <label className="field">
        <span>{head}</span>
        <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        {told}
      </label>
    );
  }
  if (schema.type === "number" || schema.type === "integer") {
    const bound = (key: string) =>
      typeof schema[key] === "number" && Math.abs(schema[key]) < 1e12 ? schema[key] : undefined;
    return (
      <label className="field">
        <span>{head}</span>
        <input
          type="number"
          value={value === undefined ? "" : String(value)}
          min={bound("minimum")}
          max={bound("maximum")}
          step={schema.type === "integer" ? 1 : "any"}
          onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value))}
        />
        {told}
      </label>
    );
  }
  if (schema.type === "array" && items !== undefined && Array.isArray(value)) {
    return (
      <fieldset className="field many">
        <legend>{head}</legend>
        {items.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={value.includes(each)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, each] : value.filter((other) => other !== each))
              }
            />
            {called(each)} <span className="mono">{each}</span>
          </label>
        ))}
        {told}
      </fieldset>
    );
  }
  return (
    <label className="field" htmlFor={id}>
      <span>{head}</span>
      <YamlField id={id} value={value} onChange={onChange} />
      {told}
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
