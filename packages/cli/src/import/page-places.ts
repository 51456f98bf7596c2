import type { Table } from "@conurb/core/contract";
import { type ConfirmList, confirmKey, type DatedPlace, type PlaceMatching, placeProblems } from "@conurb/core/places";
import { isName, matchColumn, yearsOfRows } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { tellFirst } from "./tell-first.ts";
import { yamlText } from "./yaml-lines.ts";

/** What became of the names by which a page calls its places. */
export interface NamedPlaces {
  readonly column: string;
  readonly matching: PlaceMatching;
}

export function placesOfPage(
  table: Table,
  places: readonly DatedPlace[],
  confirmed: ConfirmList = {},
): NamedPlaces | undefined {
  const role = table.roles?.place;
  const column = table.columns.find(({ name, kind }) => name === role && kind === "label");
  if (column?.kind !== "label") return undefined;
  const province = table.columns.find(({ name, kind }) => name === "province" && kind === "label");
  const within = province?.kind === "label" ? { within: province.values } : {};
  const names = column.values.map((value) => (value !== null && isName(value) ? value : null));
  if (names.every((name) => name === null)) return undefined;
  return { column: column.name, matching: matchColumn(names, places, { ...within, ...yearsOfRows(table), confirmed }) };
}

const shown = 8;

/** How many names are known; of the others, what they may be. */
export function tellPlaces({ column, matching }: NamedPlaces, terminal: Terminal): void {
  const { matches } = matching;
  const names = new Set(matches.map(confirmKey));
  const open = new Set(matches.filter(({ code }) => code === undefined).map(confirmKey));
  const known = names.size - open.size;
  terminal.tell(terminal.text(say("page-places", { known, names: names.size })));
  const problems = placeProblems(matching, column);
  tellFirst(
    problems.map(({ text }) => `  ${terminal.text(text)}`),
    shown,
    terminal,
  );
  if (known > 0) terminal.tell(terminal.text(say("page-places-of-study")));
  tellNested(matching, terminal);
}

/** Provinces among cities of their own, of which whoever takes all rows counts the figures twice. */
function tellNested({ matches }: PlaceMatching, terminal: Terminal): void {
  const given = new Map(matches.flatMap(({ code, given }) => (code === undefined ? [] : [[code, given] as const])));
  const within = matches.filter(
    ({ code, place }) => code !== undefined && place?.parent !== code && given.has(place?.parent ?? ""),
  );
  const wholes = [...new Set(within.map(({ place }) => given.get(place?.parent ?? "") as string))];
  if (wholes.length === 0) return;
  const names = [...wholes.slice(0, shown), ...(wholes.length > shown ? ["…"] : [])].join(", ");
  terminal.tell(terminal.text(say("page-places-nested", { names, within: within.length })));
}

/** The names that may be a place, for the study's author to agree to, or to choose: where nothing makes one likely, none is written. */
export function confirmLines(named: readonly NamedPlaces[], terminal: Terminal): string[] {
  const open = named.flatMap(({ matching }) => matching.matches.filter(({ candidates }) => candidates.length > 0));
  if (open.length === 0) return [];
  const lines = open.map((match) => {
    const { likely } = match;
    const told = match.candidates.map(({ place, name }) => {
      if (match.status === "unknown") return terminal.text(say("page-is-meant", { name }));
      return place.code === likely ? terminal.text(name) : `${place.code} ${terminal.text(name)}`;
    });
    const code = likely === undefined ? "" : ` ${JSON.stringify(likely)}`;
    return `#     ${yamlText(confirmKey(match))}:${code}  # ${told.join("; ")}`;
  });
  return [`# ${terminal.text(say("page-confirm"))}`, "# places:", "#   confirm:", ...new Set(lines)];
}
