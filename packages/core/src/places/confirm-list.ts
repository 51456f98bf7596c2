import type { Problem } from "../contract/errors.ts";
import type { ConfirmList, PlaceMatch, PlaceMatching } from "./match-places.ts";

/** The key of a match in the confirm list: `130000|新华区` where the row says which province. */
export const confirmKey = ({ given, within }: PlaceMatch): string =>
  within === undefined ? given : `${within}|${given}`;

/** What to save in the study once the user has agreed: every proposal that has one candidate. */
export function proposedList({ matches }: PlaceMatching): ConfirmList {
  return Object.fromEntries(
    matches.flatMap((match) => {
      const [only] = match.candidates;
      return match.status === "proposed" && only !== undefined ? [[confirmKey(match), only.place.code]] : [];
    }),
  );
}

/** Everything in the column that has no code yet, at once, each with what to do about it. */
export function placeProblems(matching: PlaceMatching, column: string): Problem[] {
  const open = matching.matches.flatMap((match): Problem[] => {
    if (match.code !== undefined) return [];
    const times = match.rows === 1 ? { en: "1 row", zh: "1 行" } : { en: `${match.rows} rows`, zh: `${match.rows} 行` };
    return [
      {
        code: `place-${match.status}`,
        text: {
          en: `${column}: ${match.reason.en} (${times.en})`,
          zh: `${column}：${match.reason.zh}（${times.zh}）`,
        },
        ...hintFor(match),
        place: { column },
      },
    ];
  });
  const strange = matching.unknownConfirmed.map(
    (code): Problem => ({
      code: "place-confirmed-unknown",
      text: {
        en: `places.confirm: ${code} is no code of the lists of places`,
        zh: `places.confirm：地区表中没有代码 ${code}`,
      },
      place: { path: "places.confirm" },
    }),
  );
  return [...open, ...strange];
}

function hintFor(match: PlaceMatch): Pick<Problem, "hint"> {
  if (match.status === "aggregate") {
    return {
      hint: {
        en: "its rows are no place's, and a study leaves them aside; of a page, list it under `totals` of the layout",
        zh: "其所在行不属于任何地区，研究不采用；如在版式页中，请列入 layout 的 totals",
      },
    };
  }
  const [first] = match.candidates;
  if (first === undefined) return {};
  const entry = `${JSON.stringify(confirmKey(match))}: ${match.likely === undefined ? "…" : JSON.stringify(match.likely)}`;
  const codes = match.candidates.map(({ place }) => place.code);
  const [en, zh] =
    match.status !== "ambiguous"
      ? ["if it is, write", "如确是，请写"]
      : match.likely === undefined
        ? [`choose one of ${codes.join(", ")}:`, `请在 ${codes.join("、")} 中选定其一：`]
        : ["choose one, such as", "请选定其一，如"];
  return { hint: { en: `${en} places: confirm: { ${entry} }`, zh: `${zh} places: confirm: { ${entry} }` } };
}
