import type { Text } from "@conurb/core/language";
import { useId, useRef, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { useSay } from "../../language/language.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { withTitle } from "./title-edit.ts";
import { words } from "./words.ts";

/** The study's title in both languages: a key, and the dialog behind it. */
export function StudyTitle({ title }: { readonly title: Text }) {
  const say = useSay(words);
  const form = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState(title);
  const isWhole = wanted.zh.trim() !== "" && wanted.en.trim() !== "";
  const ends = (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.close()}>
        {say("cancel")}
      </button>
      <button type="submit" form={form} className="button first" disabled={!isWhole}>
        {say("writeTitle")}
      </button>
    </>
  );
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setWanted(title);
          dialog.current?.showModal();
        }}
      >
        {say("rename")}
      </button>
      <Dialog ref={dialog} title={say("studyTitle")} ends={ends} className="study-title">
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            bench.edit((text) => withTitle(text, { zh: wanted.zh.trim(), en: wanted.en.trim() }));
            dialog.current?.close();
          }}
        >
          {(["zh", "en"] as const).map((language) => (
            <label key={language} className="field">
              <span>{say(language === "zh" ? "titleZh" : "titleEn")}</span>
              <input
                type="text"
                className="whole"
                lang={language === "zh" ? "zh-CN" : "en"}
                required
                value={wanted[language]}
                onChange={(event) => setWanted({ ...wanted, [language]: event.target.value })}
              />
            </label>
          ))}
        </form>
      </Dialog>
    </>
  );
}
