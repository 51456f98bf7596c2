import { answerOf, optionMeaning } from "@conurb/core/contract";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { bench } from "../../bench/bench.ts";
import { setAt } from "../../bench/edit-text.ts";
import type { Outline } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { type Address, useAddress } from "../../shell/address.ts";
import { Coded } from "../../shell/coded.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { ProblemList } from "../../shell/problem-list.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { InputFields } from "./input-fields.tsx";
import { keptInputs } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";
import { OptionField } from "./option-field.tsx";
import { ResultView, warningsOf } from "./result-view.tsx";
import { type Asked, useMethod } from "./use-method.ts";
import { words } from "./words.ts";

/** The plain page that every method has: data, options, results, conventions, sources. Nothing here knows a method by name. */
export function MethodPage({ method }: { readonly method: MethodEntry }) {
  const { outline } = useBench();
  return outline === undefined ? null : <Opened method={method} outline={outline} />;
}

function Opened({ method, outline }: { readonly method: MethodEntry; readonly outline: Outline }) {
  const language = useLanguage();
  const say = useSay(words);
  const shell = useSay(shellWords);
  const address = useAddress();
  const [keptAs, setKeptAs] = useState<{ readonly name: string; readonly asked: string }>();
  const [pressed, setPressed] = useState(method.cost !== "long");
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const asked = askedIn(address, method, outline);
  const computed = useMethod(method, asked, outline, pressed);
  const used = outline.analyses.find(({ name }) => name === asked.as);
  const ask = (next: Asked) => address.set({ of: undefined, ask: JSON.stringify(next) }, "quietly");
  const { result } = computed;
  const stated = result?.options ?? used?.options ?? {};
  const name = newName(method, outline);
  const askedText = JSON.stringify(asked);
  const on = keptInputs(asked);
  const keep = () => {
    if (used === undefined) setKeptAs({ name, asked: askedText });
    const given = Object.keys(asked.options).length === 0 ? {} : { with: asked.options };
    bench.edit((text) =>
      used === undefined
        ? setAt(text, ["analyses", name], { use: method.id, on, ...given })
        : Object.entries(asked.options).reduce(
            (now, [option, value]) => setAt(now, ["analyses", used.name, "with", option], value),
            text,
          ),
    );
  };
  const kept = keptAs?.asked === askedText ? outline.analyses.find((each) => each.name === keptAs.name) : undefined;
  const canKeep =
    kept === undefined &&
    (used === undefined
      ? asked.as === undefined && on !== undefined && Object.keys(on).length > 0
      : Object.keys(asked.options).length > 0);
  return (
    <Page
      headline={method.question[language]}
      dek={
        <>
          {method.title[language]} · <span className="mono">{method.id}</span> v{method.version}
        </>
      }
      rail={
        <>
          <RailPart title={say("list")}>
            <Link className="opt" href={address.to("/methods")}>
              ← {say("list")}
            </Link>
          </RailPart>
          <RailPart title={say("conventions")}>
            {Object.entries(result?.convention ?? {}).map(([id, answer]) => {
              const convention = method.conventions[id];
              return (
                <p key={id} className="quiet">
                  <b>{convention?.title[language] ?? id}</b>
                  <br />
                  {convention === undefined ? answer : answerOf(convention, answer)[language]}
                </p>
              );
            })}
          </RailPart>
        </>
      }
      guide={[
        <span key="f" className="formula">
          {method.formula}
        </span>,
        method.where && <Coded key="w" text={method.where[language]} />,
      ].filter((each) => each !== undefined)}
      side={
        <>
          {method.pitfalls !== undefined && (
            <section className="read">
              <h3>{say("pitfalls")}</h3>
              {method.pitfalls.map((text) => (
                <p key={text.en}>
                  <Coded text={text[language]} />
                </p>
              ))}
            </section>
          )}
          <section className="read">
            <h3>{say("cites")}</h3>
            {method.cites.map(({ text, doi, checked }) => (
              <p key={text}>
                {text} {doi !== undefined && <span className="mono">doi:{doi}</span>}{" "}
                {checked === "unverified" && <span className="quiet">({shell("unverified")})</span>}
              </p>
            ))}
          </section>
        </>
      }
      source={used === undefined ? "" : shell("source", { source: used.credit[language] })}
    >
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <div>
          <h2>{say("data")}</h2>
          <InputFields method={method} outline={outline} asked={asked} columns={computed.columns} onAsked={ask} />
          {kept !== undefined && <p className="quiet">{say("kept", { name: kept.name })}</p>}
          {canKeep && (
            <p>
              <button type="button" className="button first" onClick={keep}>
                {say("keep")}
              </button>{" "}
              <small className="quiet">{say("keepNote", { name: used?.name ?? name })}</small>
            </p>
          )}
        </div>
        <div>
          <h2>{say("options")}</h2>
          {Object.keys(method.options).length === 0 && <p className="quiet">{say("noOptions")}</p>}
          {Object.entries(method.options).map(([option, schema]) => (
            <OptionField
              key={`${asked.as ?? ""} ${option}`}
              name={option}
              schema={schema}
              title={method.names.options[option]}
              answers={method.names.choices[option]}
              means={optionMeaning(method, option)}
              value={asked.options[option] ?? stated[option] ?? schema.default}
              onChange={(value) => {
                const { [option]: _, ...others } = asked.options;
                ask({ ...asked, options: value === undefined ? others : { ...others, [option]: value } });
              }}
            />
          ))}
        </div>
      </form>
      {!pressed && (
        <p>
          <button type="button" className="button first" onClick={() => setPressed(true)}>
            {say("compute")}
          </button>
        </p>
      )}
      <p className="quiet" role="status">
        {computed.state === "computing" && (
          <>
            {say("computing")}{" "}
            <button type="button" className="as-link" onClick={() => setPressed(false)}>
              {shell("cancel")}
            </button>
          </>
        )}
        {computed.state === "done" && say("took", { time: computed.time ?? 0 })}
      </p>
      {computed.state === "refused" && (
        <section role="alert">
          <h2>{say("refused")}</h2>
          <ProblemList problems={computed.problems ?? []} />
        </section>
      )}
      {result !== undefined && (
        <div className={computed.state === "done" ? undefined : "figure is-old"}>
          {warningsOf(result, language, names).map((warning) => (
            <p key={warning} className="stale">
              {warning}
            </p>
          ))}
          <ResultView
            result={result}
            method={method}
            outline={outline}
            isExample={asked.as === "example"}
            analysis={Object.keys(asked.options).length === 0 ? used : undefined}
          />
        </div>
      )}
    </Page>
  );
}

/** What the address asks for: an analysis by `of`, or all of it by `ask`; else the study's first use, else the example. */
function askedIn(address: Address, method: MethodEntry, outline: Outline): Asked {
  const using = outline.analyses.filter((each) => each.method === method.id && each.key !== undefined);
  const of = using.find(({ name }) => name === address.get("of")) ?? using[0];
  const plain: Asked = { as: of?.name ?? "example", data: {}, roles: {}, options: {} };
  const text = address.get("ask");
  if (text === undefined) return plain;
  try {
    const { as, data = {}, roles = {}, options = {} } = JSON.parse(text) as Partial<Asked>;
    return { as, data, roles, options };
  } catch {
    return plain;
  }
}

/** A name that the study does not have yet, after the method. */
function newName({ id }: MethodEntry, { analyses, datasets, indicators }: Outline): string {
  const taken = new Set([...analyses, ...datasets, ...indicators].map(({ name }) => name));
  const stem = id.split("/")[1] as string;
  if (!taken.has(stem)) return stem;
  for (let at = 2; ; at += 1) if (!taken.has(`${stem}-${at}`)) return `${stem}-${at}`;
}
