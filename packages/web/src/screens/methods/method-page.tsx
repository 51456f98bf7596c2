import { answerOf, optionMeaning } from "@conurb/core/contract";
import { useState } from "react";
import { Link } from "wouter";
import type { Outline } from "../../bench/outline.ts";
import { useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { type Address, useAddress } from "../../shell/address.ts";
import { Coded } from "../../shell/coded.tsx";
import { Page, RailPart } from "../../shell/page.tsx";
import { shellWords } from "../../shell/shell-words.ts";
import { Answered } from "./answered.tsx";
import { askedFrom } from "./asked-from.ts";
import { InputFields } from "./input-fields.tsx";
import type { MethodEntry } from "./method-entry.ts";
import { OptionField } from "./option-field.tsx";
import { useKeeping } from "./use-keeping.ts";
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
  const [pressed, setPressed] = useState(method.cost !== "long");
  const askedHere = askedIn(address, method, outline);
  const computed = useMethod(method, askedHere, outline, pressed);
  const asked = askedHere ?? computed.began?.asked ?? nothing;
  const used = outline.analyses.find(({ name }) => name === asked.as);
  const ask = (next: Asked) => address.set({ of: undefined, ask: JSON.stringify(next) }, "quietly");
  const { result, isOld } = computed;
  const stated = (isOld ? undefined : result?.options) ?? used?.options ?? {};
  const { name, keep, canKeep, stands } = useKeeping(method, outline, asked, used);
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
          <ConventionsTaken method={method} convention={result?.convention ?? {}} />
        </>
      }
      guide={[
        <span key="f" className="formula">
          {method.formula}
        </span>,
        method.where && <Coded key="w" text={method.where[language]} />,
      ].filter((each) => each !== undefined)}
      side={<Beside method={method} />}
      source={used === undefined ? "" : shell("source", { source: used.credit[language] })}
    >
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <div>
          <h2>{say("data")}</h2>
          <InputFields
            method={method}
            outline={outline}
            asked={asked}
            columns={computed.columns}
            began={computed.began}
            onAsked={ask}
          />
          {stands && <p className="quiet">{say("kept", { name })}</p>}
          {canKeep && (
            <p>
              <button type="button" className="button first" onClick={keep}>
                {say("keep")}
              </button>{" "}
              <small className="quiet">{say("keepNote", { name })}</small>
            </p>
          )}
        </div>
        <div>
          <h2>{say("options")}</h2>
          <OptionFields method={method} asked={asked} stated={stated} onAsked={ask} />
        </div>
      </form>
      <Answered
        method={method}
        outline={outline}
        computed={computed}
        analysis={Object.keys(asked.options).length === 0 ? used : undefined}
        isPressed={pressed}
        onPress={setPressed}
      />
    </Page>
  );
}

/** What to watch, and who says so. */
function Beside({ method }: { readonly method: MethodEntry }) {
  const say = useSay(words);
  const shell = useSay(shellWords);
  const language = useLanguage();
  return (
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
  );
}

interface ConventionsTakenProps {
  readonly method: MethodEntry;
  readonly convention: Readonly<Record<string, string>>;
}

function ConventionsTaken({ method, convention: taken }: ConventionsTakenProps) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <RailPart title={say("conventions")}>
      {Object.entries(taken).map(([id, answer]) => {
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
  );
}

interface OptionFieldsProps {
  readonly method: MethodEntry;
  readonly asked: Asked;
  /** As the result or the analysis has them. */
  readonly stated: Readonly<Record<string, unknown>>;
  readonly onAsked: (asked: Asked) => void;
}

function OptionFields({ method, asked, stated, onAsked }: OptionFieldsProps) {
  const say = useSay(words);
  return (
    <>
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
            onAsked({ ...asked, options: value === undefined ? others : { ...others, [option]: value } });
          }}
        />
      ))}
    </>
  );
}

const nothing: Asked = { as: undefined, data: {}, roles: {}, options: {} };

/** What the address asks for: an analysis by `of`, or all of it by `ask`; else the study's first use of the method, if it has one. */
function askedIn(address: Address, method: MethodEntry, outline: Outline): Asked | undefined {
  const using = outline.analyses.filter((each) => each.method === method.id && each.key !== undefined);
  const of = using.find(({ name }) => name === address.get("of")) ?? using[0];
  const plain: Asked | undefined = of && { ...nothing, as: of.name };
  const text = address.get("ask");
  return (text === undefined ? undefined : askedFrom(text)) ?? plain;
}
