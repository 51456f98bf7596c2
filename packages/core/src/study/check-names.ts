import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { type Group, selectPlaces } from "./groups.ts";
import { type Locate, shown } from "./locate.ts";
import type { Gazetteer } from "./ports.ts";
import { exhibitsIn, type Study } from "./schema.ts";
import { isUnread, type Unread } from "./sound-part.ts";

/** `places:` names that stand for nothing. */
export function placesProblems(
  study: Study,
  groups: readonly Group[],
  gazetteer: Gazetteer,
  locate: Locate,
): Problem[] {
  const named = [
    ...Object.entries(study.datasets).map(([name, { places }]) => ({ path: ["datasets", name, "places"], places })),
    ...Object.entries(study.indicators).map(([name, { places }]) => ({ path: ["indicators", name, "places"], places })),
  ];
  const words = ["cluster", "parents", "all", ...gazetteer.clusters.map(({ id }) => id)];
  return named.flatMap(({ path, places }) => {
    if (selectPlaces(places, groups, gazetteer) !== undefined) return [];
    const near = suggestion(places, words);
    const text = message("places-unknown", { at: shown(path), cluster: places });
    return [{ code: "places-unknown", text, place: locate(path), ...(near === undefined ? {} : { hint: near }) }];
  });
}

/** Headlines and exhibits of things that the study does not have. */
export function reportProblems(study: Study, unread: Unread, locate: Locate): Problem[] {
  const { headlines = [], sections = [] } = study.report;
  const asked = [
    ...headlines.map((of, at) => ({ entry: ["report", "headlines", at], below: [], of })),
    ...sections.flatMap((section, at) =>
      exhibitsIn(section).map(({ of }) => ({ entry: ["report", "sections", at], below: ["show"], of })),
    ),
  ];
  const names = [study.analyses, study.datasets, study.indicators].flatMap((map) => Object.keys(map));
  return asked.flatMap(({ entry, below, of }) => {
    const [name = ""] = of.split(".");
    if (names.includes(name) || unread.has(shown(entry))) return [];
    if (
      isUnread(unread, "analyses", name) ||
      isUnread(unread, "datasets", name) ||
      isUnread(unread, "indicators", name)
    )
      return [];
    const path = [...entry, ...below];
    const near = suggestion(name, names);
    const text = message("report-name-unknown", { at: shown(path), name, names: names.join(", ") || "-" });
    return [{ code: "report-name-unknown", text, place: locate(path), ...(near === undefined ? {} : { hint: near }) }];
  });
}
