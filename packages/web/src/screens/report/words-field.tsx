import type { Language } from "@conurb/core/language";
import { useEffect, useId, useState } from "react";

interface WordsProps {
  readonly label: string;
  readonly language: Language;
  readonly value: string;
  readonly isLong: boolean;
  readonly onSay: (said: string) => void;
}

/** Words of the report: written to the study when the field is left, not at every key. */
export function Words({ label, language, value, isLong, onSay }: WordsProps) {
  const id = useId();
  const [said, setSaid] = useState(value);
  useEffect(() => setSaid(value), [value]);
  const leave = () => {
    const next = said.trim();
    if (next === value) return;
    if (next === "" && !isLong)
      setSaid(value); // a section has a title
    else onSay(next);
  };
  const shared = {
    id,
    lang: language === "zh" ? "zh-CN" : "en",
    value: said,
    onChange: (event: { readonly target: { readonly value: string } }) => setSaid(event.target.value),
    onBlur: leave,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea rows={2} {...shared} />
      ) : (
        <input type="text" {...shared} onKeyDown={(event) => event.key === "Enter" && leave()} />
      )}
    </div>
  );
}
