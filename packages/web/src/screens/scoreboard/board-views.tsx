import type { View } from "@conurb/core/contract";
import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { FigureBox } from "../../figures/figure-box.tsx";
import { useNarrow } from "../../figures/use-width.ts";
import { useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import type { RankingView } from "./board-data.ts";
import { FieldStrips } from "./field-strips.tsx";
import type { Board } from "./use-board.ts";
import { words } from "./words.ts";

interface BoardViewsProps {
  readonly board: Board;
  readonly view: RankingView;
  readonly set: Outline["indicators"][number] | undefined;
  readonly names: CodeNames;
  readonly headline: string;
  readonly onSelect: (code: string | undefined) => void;
}

const mostDots = 20;

/** Beside the ranking: where places lie, how scores moved, and the selected place among its peers. */
export function BoardViews({ board, view, set, names, headline, onSelect }: BoardViewsProps) {
  const say = useSay(words);
  const address = useAddress();
  const narrow = useNarrow();
  const { tables, rows, years, year, place, received, peers, context, trendContext, field } = board;
  const asked = address.get("map");
  const forms = context.shapes === undefined ? (["dots", "tiles"] as const) : (["outlines", "dots", "tiles"] as const);
  const form = forms.find((each) => each === asked);
  const hasSize = tables?.[view.table]?.columns.some(({ name }) => name === "size") === true;
  const mapView = useMemo(
    (): View => ({
      kind: "map",
      table: view.table,
      place: view.place,
      value: view.score,
      low: view.low,
      high: view.high,
      ...(hasSize ? { size: "size" } : {}),
      ...(form === undefined ? {} : { form }),
    }),
    [view, form, hasSize],
  );
  const trendView = useMemo(
    (): View => ({ kind: "trend", table: view.table, time: "year", value: view.score, series: view.place }),
    [view],
  );
  const shownForm = form ?? (context.shapes !== undefined ? "outlines" : rows.length > mostDots ? "tiles" : "dots");
  return (
    <div className="board-left">
      <section data-pane="map">
        <div className="title-line">
          <h2>{say("map")}</h2>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
          <span className="seg" role="group" aria-label={say("map")}>
            {forms.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === shownForm}
                onClick={() => address.set({ map: each }, "quietly")}
              >
                {say(each)}
              </button>
            ))}
          </span>
        </div>
        {tables !== undefined && (
          <FigureBox view={mapView} context={context} name={`${say("map")}: ${headline}`} onSelect={onSelect} />
        )}
      </section>
      {years.length > 1 && (
        <section data-pane="trend">
          <div className="title-line">
            <h2>{say("trend")}</h2>
          </div>
          {tables !== undefined && (
            <FigureBox
              view={trendView}
              context={trendContext}
              name={say("trend")}
              onSelect={onSelect}
              withNotes={false}
            />
          )}
        </section>
      )}
      {received?.table !== undefined && place !== undefined && set !== undefined && (
        <section data-pane="peers">
          <div className="title-line">
            <h2>{say("placeAndPeers", { place: names.place(place) })}</h2>
            <span className="quiet">{say("field", { n: field })}</span>
          </div>
          <FieldStrips
            table={received.table}
            indicators={set.leaves}
            place={place}
            peers={peers}
            year={year}
            label={say("placeAndPeers", { place: names.place(place) })}
          />
        </section>
      )}
      {place === undefined && narrow && (
        <section data-pane="peers">
          <p className="empty">{say("pickPlace")}</p>
        </section>
      )}
    </div>
  );
}
