import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { withoutShape } from "../places/place-shapes.ts";
import { unknownConfirmed, unusedConfirmed } from "./check-confirmed.ts";
import { doorProblems } from "./check-door.ts";
import { exhibitProblems } from "./check-exhibits.ts";
import { placesProblems, reportProblems } from "./check-names.ts";
import { gapsOfExpressions, strangers, unknownMembers } from "./check-places.ts";
import { datasetNotes, growthNotes } from "./check-prices.ts";
import { type StudyData, studyData } from "./data.ts";
import { evidenceProblems } from "./evidence.ts";
import { type Group, groupsOf } from "./groups.ts";
import { parseStudy } from "./parse.ts";
import { type Plan, planStudy } from "./plan.ts";
import type { StudyPorts } from "./ports.ts";
import { isUnread } from "./sound-part.ts";
import { Teller } from "./tell.ts";
import { unusedWeightNotes } from "./unused-weights.ts";

const mostNamed = 8; // places of a note

export interface CheckedStudy {
  /** Everything that is wrong; the study runs only if there is nothing. */
  readonly problems: readonly Problem[];
  /** What a reader should know, but can live with. */
  readonly notes: readonly Problem[];
  readonly plan?: Plan;
  readonly groups: readonly Group[];
  /** The figures that were loaded for the check, for the run to go on with. */
  readonly data?: StudyData;
}

/**
 * Checks a study file from its first character to its figures. Every problem is collected, none is thrown; an entry that
 * is at fault does not keep the others from being checked, and what rests on it is not told a second time.
 */
export async function checkStudy(text: string, file: string, ports: StudyPorts): Promise<CheckedStudy> {
  const { study, unread, locate, problems } = parseStudy(text, file);
  if (study === undefined) return { problems, notes: [], groups: [] };
  const teller = new Teller(locate, problems);
  const gazetteer = await ports.gazetteer();
  const { groups, problems: ofGroups } = groupsOf(study, gazetteer, locate);
  const { plan, problems: ofPlan } = await planStudy(study, locate, unread);
  teller.add(ofGroups);
  teller.add(ofPlan);
  teller.add(placesProblems(study, groups, gazetteer, locate));
  teller.add(reportProblems(study, unread, locate));
  const hasClusters =
    ![...unread].some((path) => /^cluster\b/.test(path)) && !ofGroups.some(({ code }) => code === "cluster-unknown");

  const data = studyData(study, groups, gazetteer, ports);
  for (const name of Object.keys(study.datasets)) {
    if (isUnread(unread, "datasets", name)) continue;
    await teller.step(["datasets", name], () => data.dataset(name));
    for (const { place, ...problem } of data.unmatched(name)) {
      teller.add([{ ...problem, place: locate(place?.path?.split(".") ?? ["datasets", name]) }]);
    }
    const declared = locate(["datasets", name]);
    for (const { place, ...note } of data.notes(name)) {
      teller.note(place?.row === undefined ? { ...note, place: declared } : { ...note, place, declared });
    }
  }
  teller.add(await unknownConfirmed(study, ports, locate));
  const hasAllDatasets = ![...unread].some((path) => /^datasets\b/.test(path));
  if (hasAllDatasets) for (const note of await unusedConfirmed(study, data, locate)) teller.note(note);
  const map = unread.has("map") ? undefined : study.map;
  if (map !== undefined && ports.shapes !== undefined) {
    const shapes = await teller.step(["map"], () => ports.shapes?.(map));
    const without = shapes === undefined ? [] : withoutShape(groups, shapes);
    if (without.length > 0) {
      const values = { file: map.file, places: without.slice(0, mostNamed).join(", ") };
      teller.note({ code: "map-without", text: message("map-without", values), place: locate(["map", "file"]) });
    }
  }
  const sections = new Set<string>(); // which codes make a section is the same for all datasets on them
  for (const name of Object.keys(study.datasets)) {
    if (isUnread(unread, "datasets", name)) continue;
    for (const note of await datasetNotes(name, data, locate)) {
      if (note.code === "section-told" && sections.has(note.text.en)) continue;
      sections.add(note.text.en);
      teller.note(note);
    }
  }
  for (const name of Object.keys(study.indicators)) {
    if (isUnread(unread, "indicators", name) || unread.has("datasets")) continue;
    const follows = ({ code }: Problem) => !hasClusters && code === "duplicate-key";
    await teller.step(["indicators", name], () => data.indicators(name), follows);
  }
  teller.add(await unknownMembers(study, groups, gazetteer, data, unread, locate));
  teller.add(await evidenceProblems(study, gazetteer, data, unread, locate));
  if (hasClusters) teller.add(await exhibitProblems(study, data, unread, locate));
  teller.add(await strangers(study, data, locate));
  await doorProblems(plan, data, hasClusters, teller);
  const growth = await growthNotes(plan, data, locate);
  if (study.prices?.growth === "refuse") teller.add(growth);
  else for (const note of growth) teller.note(note);
  for (const note of unusedWeightNotes(study, locate)) teller.note(note);
  for (const note of await gapsOfExpressions(study, data, locate)) teller.note(note);
  return { problems: teller.problems, notes: teller.notes, plan, groups, data };
}
