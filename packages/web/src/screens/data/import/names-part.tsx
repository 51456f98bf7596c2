import { useLanguage, useSay } from "../../../language/language.ts";
import type { ChoiceChange, Choices, Preview, PreviewName } from "./preview.ts";
import { words } from "./words.ts";

interface NamesPartProps {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly onChoices: (more: ChoiceChange) => void;
}

/** Names that may be a place are confirmed one by one; nothing is guessed. */
export function NamesPart({ preview: { names }, choices, onChoices }: NamesPartProps) {
  const say = useSay(words);
  if (names.length === 0) return <p className="quiet">{say("noNames")}</p>;
  const distinct = [...new Map(names.map((name) => [name.key, name])).values()];
  const isOpen = ({ key, candidates, status }: PreviewName) =>
    candidates.length > 0 || status === "unknown" || choices.confirm?.[key] !== undefined;
  const [open, known] = [distinct.filter(isOpen), distinct.filter((name) => !isOpen(name))];
  const sure = distinct.filter(({ code }) => code !== undefined).length;
  const unsure = open.filter(({ code, candidates }) => code === undefined && candidates.length > 0).length;
  return (
    <>
      <p>
        {say("known", { known: sure, n: distinct.length })}
        {unsure > 0 && <b className="warn"> · {say("open", { n: unsure })}</b>}
      </p>
      {open.length > 0 && (
        <NameTable names={open} confirm={choices.confirm ?? {}} onConfirm={(confirm) => onChoices({ confirm })} />
      )}
      {known.length > 0 && (
        <details>
          <summary className="quiet">{say("allKnown")}</summary>
          <NameTable names={known} confirm={{}} />
        </details>
      )}
    </>
  );
}

interface NameTableProps {
  readonly names: readonly PreviewName[];
  readonly confirm: Readonly<Record<string, string>>;
  readonly onConfirm?: (confirm: Readonly<Record<string, string>>) => void;
}

function NameTable({ names, confirm, onConfirm }: NameTableProps) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <section className="scroll" aria-label={say("stepNames")}>
      <table className="data names">
        <thead>
          <tr>
            <th className="label" scope="col">
              {say("given")}
            </th>
            <th className="label" scope="col">
              {say("means")}
            </th>
            <th className="label" scope="col">
              {say("why")}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ key, given, code, place, reason, candidates }) => (
            <tr key={key}>
              <th className="label" scope="row">
                {given}
              </th>
              <td className="label">
                {candidates.length > 0 && onConfirm !== undefined ? (
                  <select
                    aria-label={`${given} ${say("means")}`}
                    value={confirm[key] ?? ""}
                    onChange={(event) => {
                      const { [key]: _, ...others } = confirm;
                      const chosen = event.target.value;
                      onConfirm(chosen === "" ? others : { ...others, [key]: chosen });
                    }}
                  >
                    <option value="">{say("choose")}</option>
                    {candidates.map((each) => (
                      <option key={each.code} value={each.code}>
                        {each.name[language]} {each.code}
                      </option>
                    ))}
                  </select>
                ) : code === undefined ? (
                  "–"
                ) : (
                  <>
                    {place?.[language]} <span className="mono">{code}</span>
                    {confirm[key] !== undefined && onConfirm !== undefined && (
                      <button
                        type="button"
                        className="icon"
                        aria-label={`${say("again")}: ${given}`}
                        onClick={() => {
                          const { [key]: _, ...others } = confirm;
                          onConfirm(others);
                        }}
                      >
                        ×
                      </button>
                    )}
                  </>
                )}
              </td>
              <td className="label wrap quiet">{reason[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
