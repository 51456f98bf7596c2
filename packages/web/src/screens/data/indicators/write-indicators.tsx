import type { Problem } from "@conurb/core/contract";
import { useState } from "react";
import { useLocation } from "wouter";
import { askJson } from "../../../bench/ask.ts";
import { bench } from "../../../bench/bench.ts";
import { problemsOf } from "../../../bench/refused.ts";
import { useBench } from "../../../bench/use-bench.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { offers } from "../../../offers/offers.ts";
import { useAddress } from "../../../shell/address.ts";
import { ProblemList } from "../../../shell/problem-list.tsx";
import { type Chosen, type SetAsked, withIndicators } from "./with-indicators.ts";
import { words } from "./words.ts";

/** Which way each counts, said once more; then the lines are checked as the command line checks them, and written. */
export function WriteIndicators({ asked }: { readonly asked: SetAsked }) {
  const say = useSay(words);
  const language = useLanguage();
  const address = useAddress();
  const [, go] = useLocation();
  const { text, file } = useBench();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { chosen } = asked;
  if (chosen.length === 0) return <p className="quiet">{say("nothing")}</p>;
  const { set, analysis } = withIndicators(text, asked);
  const called = (direction: Chosen["direction"]) =>
    chosen
      .filter((each) => each.direction === direction)
      .map(({ title, column }) => title?.[language] ?? column)
      .join(language === "zh" ? "、" : ", ");
  const hasAspects = new Set(chosen.map(({ aspect }) => aspect.trim())).size > 1;
  const write = async () => {
    setBusy(true);
    const found = await faultsOf(withIndicators(bench.get().text, asked).text);
    setBusy(false);
    setProblems(found);
    if (found.length > 0) return;
    bench.edit((now) => withIndicators(now, asked).text);
    const screen = address.get("for") ?? "";
    if (!["scoreboard", "formula"].includes(screen) && Object.hasOwn(offers, screen)) go(address.to(`/${screen}`));
    else go(address.to(screen === "formula" ? "/formula" : "/scoreboard", { of: analysis }));
  };
  return (
    <section className="to-be-written">
      <h2>{say("confirm")}</h2>
      {called("up") !== "" && <p>{say("ups", { columns: called("up") })}</p>}
      {called("down") !== "" && <p>{say("downs", { columns: called("down") })}</p>}
      <p>{say(hasAspects ? "weightsByAspect" : "weights")}</p>
      {problems.length > 0 && (
        <div role="alert">
          <h3>{say("failed")}</h3>
          <ProblemList problems={problems} />
        </div>
      )}
      <p>
        <button type="button" className="button first" disabled={busy} onClick={() => void write()}>
          {say("write", { n: chosen.length })}
        </button>
      </p>
      <p className="quiet">
        {say("writes", {
          names: [...new Set([set, analysis])].join(language === "zh" ? "、" : ", "),
          file: file.split(/[\\/]/).slice(-1).join(""),
        })}
      </p>
    </section>
  );
}

async function faultsOf(body: string): Promise<readonly Problem[]> {
  try {
    return (await askJson<{ problems: readonly Problem[] }>("/api/check", { method: "POST", body })).problems;
  } catch (error) {
    return problemsOf(error);
  }
}
