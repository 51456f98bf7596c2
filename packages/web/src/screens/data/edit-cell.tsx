import type { NumberColumn, Table } from "@conurb/core/contract";
import { unitWords } from "@conurb/figures";
import { useEffect, useId, useRef, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { correctionOf, correctionsIn, rowNamed, withCorrection, withoutCorrection } from "./corrections.ts";
import { words } from "./words.ts";

interface EditCellProps {
  readonly dataset: string;
  readonly table: Table;
  readonly row: number;
  readonly column: NumberColumn;
  readonly names: CodeNames;
  readonly onClose: () => void;
}

/** One figure, what the file says, what it should say and why: written to the study as a correction. */
export function EditCell({ dataset, table, row, column, names, onClose }: EditCellProps) {
  const say = useSay(words);
  const language = useLanguage();
  const unit = unitWords(column.unit, language);
  const form = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const at = rowNamed(table, row);
  const was = column.values[row] as number;
  const there =
    at === undefined ? undefined : correctionOf(correctionsIn(bench.get().text, dataset), { at, column: column.name });
  const [value, setValue] = useState(there?.value?.toString() ?? "");
  const [isGap, setGap] = useState(there?.value === null);
  const [reason, setReason] = useState(
    typeof there?.reason === "object" ? there.reason[language] : (there?.reason ?? ""),
  );
  useEffect(() => dialog.current?.showModal(), []);
  const number = value.trim() === "" ? Number.NaN : Number(value.replaceAll(",", ""));
  const isSound = (isGap || Number.isFinite(number)) && reason.trim() !== "";
  const called = Object.values(at ?? {}).map((each) => names.of(String(each)));
  const title = say("cellOf", { column: column.title?.[language] ?? column.name, row: called.join(" ") });
  const write = () => {
    if (at === undefined || !isSound) return;
    const correction = {
      at,
      column: column.name,
      was: Number.isNaN(was) ? null : was,
      value: isGap ? null : number,
      reason: reason.trim(),
    };
    bench.edit((text) => withCorrection(text, dataset, correction));
    onClose();
  };
  const ends = (
    <>
      <button type="button" className="button" onClick={onClose}>
        {say("cancel")}
      </button>
      {there !== undefined && at !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => {
            bench.edit((text) => withoutCorrection(text, dataset, { at, column: column.name }));
            onClose();
          }}
        >
          {say("takeOut")}
        </button>
      )}
      {at !== undefined && (
        <button type="submit" form={form} className="button first" disabled={!isSound}>
          {say("write")}
        </button>
      )}
    </>
  );
  return (
    <Dialog ref={dialog} title={title} ends={ends} onClose={onClose}>
      <p>{Number.isNaN(was) ? say("fileSaysGap") : say("fileSays", { value: String(was) })}</p>
      {at === undefined ? (
        <p>{say("noRow")}</p>
      ) : (
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            write();
          }}
        >
          <label className="field">
            <span>
              {say("shouldBe", { unit: unit === "" ? "" : language === "zh" ? `（${unit}）` : ` (${unit})` })}
            </span>
            <input
              type="text"
              inputMode="decimal"
              value={isGap ? "" : value}
              disabled={isGap}
              aria-invalid={!isGap && value !== "" && !Number.isFinite(number)}
              onChange={(event) => setValue(event.target.value)}
            />
            {!isGap && value !== "" && !Number.isFinite(number) && <small>{say("noNumber")}</small>}
          </label>
          <label className="check">
            <input type="checkbox" checked={isGap} onChange={(event) => setGap(event.target.checked)} /> {say("isGap")}
          </label>
          <label className="field">
            <span>{say("reason")}</span>
            <textarea rows={3} required value={reason} onChange={(event) => setReason(event.target.value)} />
            <small>{say("reasonNote")}</small>
          </label>
        </form>
      )}
    </Dialog>
  );
}
