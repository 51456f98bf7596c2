import { acceptable } from "@conurb/core/composite/ahp-priorities";
import { fixed } from "@conurb/figures";
import { useState } from "react";
import { bench } from "../../bench/bench.ts";
import { useSay } from "../../language/language.ts";
import { JudgementMatrix, type JudgementMatrixProps } from "./judgement-matrix.tsx";
import { type Judgements, newExpert, withJudgement, withJudgements, withoutExpert } from "./judgements.ts";
import { childrenOf, type Written } from "./lab-recipe.ts";
import { weighedBy } from "./weighed-by.ts";
import { words } from "./words.ts";

interface JudgementEditorProps {
  readonly written: Written;
  readonly titleOf: (id: string) => string;
}

/** Judgements in pairs of what hangs under one node: each expert's matrix, the weights, and whether anybody contradicts themselves. */
export default function JudgementEditor({ written, titleOf }: JudgementEditorProps) {
  const say = useSay(words);
  const nodes = ["total", ...written.knobs.filter(({ isAspect }) => isAspect).map(({ id }) => id)].filter(
    (node) => childrenOf(written, node).length > 1,
  );
  const all: Judgements = written.judgements ?? {};
  const [asked, setAsked] = useState({ node: "", expert: "" });
  const node = nodes.find((each) => each === asked.node) ?? nodes[0] ?? "total";
  const experts = Object.keys(all[node] ?? {});
  const expert = experts.find((each) => each === asked.expert) ?? experts[0];
  const children = childrenOf(written, node);
  const told = weighedBy(all, node, children);
  const own = told?.experts.find((each) => each.expert === expert);
  const write = (next: Judgements) => bench.edit((text) => withJudgements(text, written.recipe, next));
  const add = () => {
    const name = newExpert(experts);
    write(withJudgement(all, { node, expert: name, children }));
    setAsked({ node, expert: name });
  };
  const judge = (row: string, column: string, value: number) =>
    expert !== undefined && write(withJudgement(all, { node, expert, children }, { row, column, value }));
  const isLast = Object.keys(all).length === 1 && experts.length === 1;
  return (
    <section className="judgements" aria-label={say("judgements")}>
      <div className="title-line">
        <h2>{say("judgements")}</h2>
        <select
          aria-label={say("judgedNode")}
          value={node}
          onChange={(event) => setAsked({ node: event.target.value, expert: "" })}
        >
          {nodes.map((each) => (
            <option key={each} value={each}>
              {each === "total" ? say("root") : titleOf(each)}
              {all[each] === undefined ? "" : ` · ${Object.keys(all[each]).length}`}
            </option>
          ))}
        </select>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
        <span className="seg" role="group" aria-label={say("experts")}>
          {experts.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === expert}
              onClick={() => setAsked({ node, expert: each })}
            >
              {each}
            </button>
          ))}
        </span>
        <button type="button" className="as-link" onClick={add}>
          {say(experts.length === 0 ? "judgeHere" : "addExpert")}
        </button>
        {expert !== undefined && !isLast && (
          <button type="button" className="as-link" onClick={() => write(withoutExpert(all, node, expert))}>
            {say("removeExpert", { expert })}
          </button>
        )}
      </div>
      {expert === undefined || told === undefined || own === undefined ? (
        <p className="quiet">{say("notJudged")}</p>
      ) : (
        <>
          <JudgementMatrix matrix={all[node]?.[expert]} items={children} {...{ own, told, titleOf }} onJudge={judge} />
          <Consistency own={own} told={told} />
        </>
      )}
    </section>
  );
}

/** Whether an expert contradicts themselves, and all experts together. */
function Consistency({ own, told: { experts, ratio } }: Pick<JudgementMatrixProps, "own" | "told">) {
  const say = useSay(words);
  const isOver = own.ratio > acceptable;
  return (
    <p role="status" className={isOver ? "warned" : undefined}>
      {say(isOver ? "inconsistent" : "consistent", { expert: own.expert, ratio: fixed(own.ratio, 3) })}
      {experts.length > 1 && (
        <span className="quiet">
          {" "}
          {experts.map((each) => `${each.expert} ${fixed(each.ratio, 3)}`).join(" · ")} ·{" "}
          {say("jointRatio", { ratio: fixed(ratio, 3) })}
        </span>
      )}
    </p>
  );
}
