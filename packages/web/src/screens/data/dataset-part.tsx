import type { Problem } from "@conurb/core/contract";
import { useAnswer } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { Account } from "./account.tsx";
import { type FlagMeanings, flagsToldBy } from "./told.ts";
import { words } from "./words.ts";

/** What the server says of a dataset beside its table. */
interface DatasetFacts {
  readonly file?: string;
  readonly account?: Readonly<Record<string, number>>;
  readonly missingAs?: Readonly<Record<string, number>>;
  readonly fileNotes?: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly steps: readonly { readonly kind: string; readonly told: readonly Problem[] }[];
  readonly flags: readonly {
    readonly flag: string;
    readonly count: number;
    readonly columns: readonly string[];
    readonly first: { readonly column: string; readonly place?: string; readonly year?: number };
  }[];
}

interface DatasetPartProps {
  readonly name: string;
  /** Of the run: another run is asked anew. */
  readonly run: string;
  readonly names: CodeNames;
  /** What a column is called. */
  readonly titleOf: (column: string) => string;
  readonly meanings: FlagMeanings;
}

/** The account of a dataset's cells, its flags, and the log of what was done to its figures. */
export function DatasetPart({ name, run, names, titleOf, meanings }: DatasetPartProps) {
  const say = useSay(words);
  const language = useLanguage();
  const facts = useAnswer<DatasetFacts>(`/api/datasets/${encodeURIComponent(name)}/account?run=${run}`).value;
  if (facts === undefined) return null;
  const told = facts.steps.flatMap((step) => step.told);
  return (
    <>
      <section className="room-part">
        <h2>{say("account")}</h2>
        {facts.account === undefined ? (
          <p className="quiet">{say("noAccount")}</p>
        ) : (
          <Account account={facts.account} missingAs={facts.missingAs ?? {}} />
        )}
      </section>
      <section className="room-part flags">
        <h2>{say("flags")}</h2>
        {facts.flags.length === 0 ? (
          <p className="quiet">{say("noFlags")}</p>
        ) : (
          <table className="data">
            <thead>
              <tr>
                <th className="label" scope="col">
                  {say("flag")}
                </th>
                <th scope="col">{say("figures")}</th>
                <th className="label" scope="col">
                  {say("columns")}
                </th>
                <th className="label" scope="col">
                  {say("first")}
                </th>
              </tr>
            </thead>
            <tbody>
              {facts.flags.map(({ flag, count, columns, first }) => (
                <tr key={flag}>
                  <th className="label wrap" scope="row">
                    {flagsToldBy(flag, meanings, language)} <span className="mono">{flag}</span>
                  </th>
                  <td>{count}</td>
                  <td className="label wrap">{columns.map(titleOf).join(language === "zh" ? "、" : ", ")}</td>
                  <td className="label">
                    {[first.place === undefined ? "" : names.place(first.place), first.year ?? ""].join(" ").trim()}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="room-part">
        <h2>{say("done")}</h2>
        {told.length === 0 ? <p className="quiet">{say("nothingDone")}</p> : <Told problems={told} />}
      </section>
      {(facts.fileNotes ?? facts.notes).length > 0 && (
        <section className="room-part">
          <h2>{say("fileNotes")}</h2>
          <Told problems={[...(facts.fileNotes ?? []), ...facts.notes]} />
        </section>
      )}
    </>
  );
}

const soonTold = 8;

function Told({ problems }: { readonly problems: readonly Problem[] }) {
  const language = useLanguage();
  const say = useSay(words);
  const distinct = [...new Map(problems.map((each) => [each.text.en, each])).values()];
  const line = ({ text }: Problem) => <li key={text.en}>{text[language]}</li>;
  return (
    <>
      <ul className="told">{distinct.slice(0, soonTold).map(line)}</ul>
      {distinct.length > soonTold && (
        <details>
          <summary className="quiet">{say("more", { n: distinct.length - soonTold })}</summary>
          <ul className="told">{distinct.slice(soonTold).map(line)}</ul>
        </details>
      )}
    </>
  );
}
