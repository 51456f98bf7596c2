import { acceptable } from "@conurb/core/composite/ahp-priorities";
import { fixed } from "@conurb/figures";
import { useState } from "react";
import { bench } from "../../bench/bench.ts";
import { useSay } from "../../language/language.ts";
import { type Judgements, judged, onScale, scale, withJudgement, withJudgements, withoutExpert } from "./judgements.ts";
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
    const name = [...Array(experts.length + 1).keys()]
      .map((at) => `${words.firstExpert.en.replace(/\d+$/, "")}${at + 1}`)
      .find((each) => !experts.includes(each)) as string;
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
          <div className="scroll">
            <table className="data matrix">
              <thead>
                <tr>
                  <th className="label">{say("timesAs")}</th>
                  {children.map((each) => (
                    <th key={each}>{titleOf(each)}</th>
                  ))}
                  <th>{say("weightOwn", { expert })}</th>
                  {told.experts.length > 1 && <th>{say("weightJoint")}</th>}
                </tr>
              </thead>
              <tbody>
                {children.map((row, i) => (
                  <tr key={row}>
                    <th className="label">{titleOf(row)}</th>
                    {children.map((column, j) => {
                      const value = judged(all[node]?.[expert], row, column);
                      if (j <= i) return <td key={column}>{i === j ? "1" : onScale(value)}</td>;
                      return (
                        <td key={column}>
                          <select
                            aria-label={say("pair", { a: titleOf(row), b: titleOf(column) })}
                            value={nearest(value)}
                            onChange={(event) => judge(row, column, scale[Number(event.target.value)] as number)}
                          >
                            {scale.map((each, at) => (
                              <option key={each} value={at}>
                                {onScale(each)}
                              </option>
                            ))}
                          </select>
                        </td>
                      );
                    })}
                    <td>{fixed(100 * (own.weights[i] ?? Number.NaN), 1)}%</td>
                    {told.experts.length > 1 && <td>{fixed(100 * (told.weights[i]?.weight ?? Number.NaN), 1)}%</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p role="status" className={own.ratio > acceptable ? "warned" : undefined}>
            {say(own.ratio > acceptable ? "inconsistent" : "consistent", { expert, ratio: fixed(own.ratio, 3) })}
            {told.experts.length > 1 && (
              <span className="quiet">
                {" "}
                {told.experts.map((each) => `${each.expert} ${fixed(each.ratio, 3)}`).join(" · ")} ·{" "}
                {say("jointRatio", { ratio: fixed(told.ratio, 3) })}
              </span>
            )}
          </p>
        </>
      )}
    </section>
  );
}

/** The place on the scale of a judgement that the file may state off it. */
function nearest(value: number): number {
  const apart = scale.map((each) => Math.abs(Math.log(each / value)));
  return apart.indexOf(Math.min(...apart));
}
