import type { Passport as PassportData } from "@conurb/core/study";
import { fixed, numberFormat } from "@conurb/figures";
import { askJson } from "../bench/ask.ts";
import { problemsOf } from "../bench/refused.ts";
import { useAnswer, useBench, useFetched } from "../bench/use-bench.ts";
import { useLanguage, useSay } from "../language/language.ts";
import type { MethodEntry } from "../screens/methods/method-entry.ts";
import { NumberFormula } from "./number-formula.tsx";
import { shellWords } from "./shell-words.ts";

interface PassportProps {
  /** Which number: nothing while none is selected. */
  readonly of?:
    | { readonly analysis: string; readonly table: string; readonly column: string; readonly keys: readonly string[] }
    | undefined;
  readonly title: string;
  readonly unit?: string;
  readonly beside?: string;
}

/** What one number rests on: formula, parts, conventions, files; asked of the run, as `conurb explain` tells it. */
export function Passport({ of, title, unit = "1", beside }: PassportProps) {
  const say = useSay(shellWords);
  const language = useLanguage();
  const { outline } = useBench();
  const query =
    of === undefined
      ? undefined
      : `/api/passports/${encodeURIComponent(of.analysis)}?${new URLSearchParams([
          ["table", of.table],
          ["column", of.column],
          ...of.keys.map((key) => ["key", key]),
          ["run", outline?.lock ?? ""], // the same number of another run is another number
        ])}`;
  const { value, error } = useFetched(query, async (path) => ({ path, found: await askJson<PassportData>(path) }));
  // no number ever stands under another's name: neither while the next is on its way nor where it is refused
  const passport = value?.path === query ? value?.found : undefined;
  const parts = passport?.parts ?? [];
  const number = passport?.cell?.value;
  const methods = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods;
  const method = methods?.find(({ id }) => id === passport?.method);
  return (
    <section className="passport">
      <h3>{say("passport")}</h3>
      {of === undefined || passport === undefined ? (
        <p className="quiet">
          {of === undefined ? say("noPassport") : error === undefined ? "…" : problemsOf(error)[0]?.text[language]}
        </p>
      ) : (
        <>
          <p>{title}</p>
          <p className="big">
            {typeof number === "number"
              ? numberFormat(unit, [number], language, 2).full(number)
              : String(number ?? "–")}
            <small>{beside}</small>
          </p>
          <NumberFormula
            method={method ?? passport}
            about={[of.column, ...passport.conventions.map(({ choice }) => choice)]}
          />
          {parts.length > 0 && (
            <table className="data">
              <thead>
                <tr>
                  <th className="label">{say("indicator")}</th>
                  <th>{say("normalised")}</th>
                  <th>{say("weight")}</th>
                  <th>{say("adds")}</th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ indicator, title: called, normalised, weight, contribution }) => (
                  <tr key={indicator}>
                    <td className="label">{called[language]}</td>
                    <td>{fixed(normalised ?? Number.NaN, 2)}</td>
                    <td>{fixed(weight, 3)}</td>
                    <td>{fixed(contribution ?? Number.NaN, 3)}</td>
                  </tr>
                ))}
                <tr className="total">
                  <td className="label">S</td>
                  <td />
                  <td />
                  <td>
                    {fixed(
                      parts.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0),
                      3,
                    )}
                  </td>
                </tr>
              </tbody>
            </table>
          )}
          <p className="quiet">
            {say("conventions")}:{" "}
            {passport.conventions.map(({ text }) => text[language]).join(language === "zh" ? "；" : "; ")}
            {passport.seed === undefined ? "" : `; ${say("seed", { seed: String(passport.seed) })}`}
          </p>
          <p className="mono">
            {passport.files.slice(0, 8).map(({ file, sha256 }) => (
              <span key={file}>
                {file} · {sha256?.slice(0, 8)}
                <br />
              </span>
            ))}
            {passport.method} · {passport.key.slice(0, 8)}
          </p>
        </>
      )}
    </section>
  );
}
