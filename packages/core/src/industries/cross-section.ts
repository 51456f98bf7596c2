import type { Text } from "../language/text.ts";
import type { Classifications, Crossing } from "./section.ts";

export interface SectionTarget {
  readonly section: string;
  readonly name: Text;
  readonly kind: Crossing["kind"];
  readonly extent: Crossing["extent"];
  readonly note?: Text;
}

/** A section in another classification: every target, the main ones first. More than one is a split, and is not apportioned. */
export interface CrossedSection {
  readonly section: string;
  readonly splits: boolean;
  readonly targets: readonly SectionTarget[];
}

/** Where the sections of one classification are in another, by the crossings that lead there directly, in either direction. */
export function crossSections(
  { sections, crossings }: Classifications,
  system: string,
  to: string,
): readonly CrossedSection[] {
  const names = new Map(sections.map((each) => [`${each.system}:${each.code}`, each.name]));
  return sections
    .filter((each) => each.system === system)
    .map(({ code }) => {
      const targets = directCrossings(crossings, system, to)
        .filter((crossing) => crossing.section === code)
        .map(
          ({ toSection, kind, extent, note }): SectionTarget => ({
            section: toSection,
            name: names.get(`${to}:${toSection}`) ?? { en: toSection, zh: toSection },
            kind,
            extent,
            ...(note === undefined ? {} : { note }),
          }),
        )
        .sort((a, b) => rank(a) - rank(b) || (a.section < b.section ? -1 : 1));
      return { section: code, splits: targets.length > 1, targets };
    });
}

const rank = ({ extent }: SectionTarget): number => (extent === "main" ? 0 : 1);

/** The crossings from one system to another; those of the way back turned round, whose kind follows from how many there are. */
export function directCrossings(crossings: readonly Crossing[], system: string, to: string): readonly Crossing[] {
  const there = crossings.filter((each) => each.system === system && each.toSystem === to);
  if (there.length > 0) return there;
  const back = crossings.filter((each) => each.system === to && each.toSystem === system);
  const timesTo = (section: string) => back.filter((each) => each.toSection === section).length;
  return back.map((each) => ({
    system,
    section: each.toSection,
    toSystem: to,
    toSection: each.section,
    kind: timesTo(each.toSection) > 1 ? "part" : each.kind === "same" ? "same" : "merged",
    extent: each.extent,
    ...(each.note === undefined ? {} : { note: each.note }),
  }));
}
