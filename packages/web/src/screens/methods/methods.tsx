import "./methods.css";
import { methodFamilies } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { useState } from "react";
import { Link, useRoute } from "wouter";
import { useAnswer, useBench } from "../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { Page, RailPart } from "../../shell/page.tsx";
import type { MethodEntry } from "./method-entry.ts";
import { MethodPage } from "./method-page.tsx";
import { words } from "./words.ts";

/** The list of every method, or the page of one: all of it from descriptors. */
export default function Methods() {
  const say = useSay(words);
  const [, params] = useRoute("/methods/:family/:name");
  const methods = useAnswer<{ methods: readonly MethodEntry[] }>("/api/methods").value?.methods;
  if (methods === undefined) return <Page headline={say("list")}>{null}</Page>;
  if (params === null) return <List methods={methods} />;
  const id = `${params.family}/${params.name}`;
  const method = methods.find((each) => each.id === id);
  if (method === undefined) return <Page headline={say("unknown", { id })}>{null}</Page>;
  return <MethodPage key={id} method={method} />;
}

const familyOf = (id: string): string => id.split("/")[0] as string;
const familyTitle = (family: string, language: Language): string => methodFamilies[family]?.[language] ?? family;
/** In the order in which a study asks, as the handbook and the command line have them. */
const order = Object.keys(methodFamilies);

function List({ methods }: { readonly methods: readonly MethodEntry[] }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const { outline } = useBench();
  const [wanted, setWanted] = useState(address.get("find") ?? "");
  const word = wanted.trim().toLowerCase();
  const found = methods.filter(({ id, title, question }) =>
    [id, title.en, title.zh, question[language], familyTitle(familyOf(id), language)].some((text) =>
      text.toLowerCase().includes(word),
    ),
  );
  const families = [...new Set(found.map(({ id }) => familyOf(id)))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  const usedBy = (id: string) =>
    outline?.analyses.filter(({ method }) => method === id).map(({ title }) => title[language]) ?? [];
  return (
    <Page
      headline={say("all", { n: methods.length })}
      dek={say("allDek")}
      rail={
        <RailPart title={say("families")}>
          {families.map((family) => (
            <button
              key={family}
              type="button"
              className="opt"
              onClick={() => document.getElementById(family)?.scrollIntoView({ block: "start" })}
            >
              <span>{familyTitle(family, language)}</span>
              <em>{found.filter(({ id }) => id.startsWith(`${family}/`)).length}</em>
            </button>
          ))}
        </RailPart>
      }
    >
      <p>
        <input
          type="search"
          aria-label={say("search")}
          placeholder={say("search")}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value);
            address.set({ find: event.target.value === "" ? undefined : event.target.value }, "quietly");
          }}
        />
      </p>
      {families.map((family) => (
        <section key={family} id={family} className="family">
          <h2>{familyTitle(family, language)}</h2>
          <ul>
            {found
              .filter(({ id }) => id.startsWith(`${family}/`))
              .map(({ id, title, question }) => (
                <li key={id}>
                  <Link href={address.to(`/methods/${id}`)}>{title[language]}</Link> <span className="mono">{id}</span>
                  <p>{question[language]}</p>
                  {usedBy(id).length > 0 && (
                    <p className="quiet">
                      {say("solver", { names: usedBy(id).join(language === "zh" ? "、" : ", ") })}
                    </p>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
