import { canonicalJson } from "../../contract/canonical.ts";
import { codesOf } from "../places.ts";
import { contentHash } from "../run.ts";
import type { IndicatorNode, Study } from "../schema.ts";
import { weighedOtherwise } from "../unused-weights.ts";
import { membersOf, type OpenEdition } from "./editions.ts";
import { allOf, type Factor, factors, type Sides } from "./factors.ts";
import { hybridStudy } from "./hybrid-study.ts";
import { commonYears, yearsIn } from "./mix-tables.ts";
import { wordless } from "./wordless.ts";

/** The factors in which two editions differ: those that are worth swapping. */
export function changedFactors(a: OpenEdition, b: OpenEdition): Factor[] {
  return factors.filter((factor) => {
    if (factor === "data" && hasRevision(a, b)) return true;
    if (factor === "year" && hasOtherYears(a, b)) return true;
    if (factor === "cluster" && clustersOf(a) !== clustersOf(b)) return true;
    return (["a", "b"] as const).some((base) => {
      const sides: Sides = { ...allOf(base), [factor]: base === "a" ? "b" : "a" };
      return bare(hybridStudy(a.study, b.study, allOf(base))) !== bare(hybridStudy(a.study, b.study, sides));
    });
  });
}

/** What of a study numbers can depend on; where figures lie is told by the figures themselves. */
function bare(study: Study): string {
  const { seed, prices: money, datasets, places: names, indicators, recipes, analyses } = study;
  const told = Object.entries(datasets).map(
    ([name, { roles, units, where, unusable, places, cube, absent, ...own }]) => {
      const { edition, additive, industries, sections, prices, deflate, relative, currency } = own;
      const steps = { edition, additive, industries, sections, prices, deflate, relative, currency };
      return [name, { roles, units, where, unusable, places, cube, ...steps, absent: absent !== undefined }];
    },
  );
  const read = Object.entries(indicators).map(([set, own]) =>
    weighedOtherwise(study, set) === undefined ? [set, own] : [set, { ...own, aspects: weightless(own.aspects) }],
  );
  const sets = Object.fromEntries(read);
  const entries = { seed, money, datasets: Object.fromEntries(told), names, indicators: sets, recipes, analyses };
  return canonicalJson(wordless(entries));
}

/** A tree without its weights, which its recipes set aside. */
function weightless(aspects: Readonly<Record<string, IndicatorNode>>): Record<string, IndicatorNode> {
  const leaves = (own: NonNullable<IndicatorNode["indicators"]>) =>
    Object.fromEntries(Object.entries(own).map(([id, { weight: _, ...leaf }]) => [id, leaf]));
  const bareNodes = Object.entries(aspects).map(([id, { weight: _, indicators, aspects: inner, ...node }]) => [
    id,
    {
      ...node,
      ...(indicators === undefined ? {} : { indicators: leaves(indicators) }),
      ...(inner === undefined ? {} : { aspects: weightless(inner) }),
    },
  ]);
  return Object.fromEntries(bareNodes);
}

const clustersOf = ({ groups }: OpenEdition): string =>
  canonicalJson(groups.map(({ id, members }) => ({ id, members: [...members].sort() })));

function pairs(a: OpenEdition, b: OpenEdition) {
  return [...a.tables].flatMap(([name, before]) => {
    const after = b.tables.get(name);
    return after === undefined ? [] : [{ name, before, after }];
  });
}

function hasRevision(a: OpenEdition, b: OpenEdition): boolean {
  const placesOf = ({ gazetteer }: OpenEdition) =>
    canonicalJson([...gazetteer.places].sort(([x], [y]) => (x < y ? -1 : 1)));
  if (placesOf(a) !== placesOf(b)) return true;
  return pairs(a, b).some(
    ({ before, after }) => contentHash(commonYears(before, after)) !== contentHash(commonYears(after, before)),
  );
}

function hasOtherYears(a: OpenEdition, b: OpenEdition): boolean {
  const told = (years: Float64Array | undefined) => [...new Set(years)].sort().join();
  return pairs(a, b).some(({ before, after }) => {
    const [own, other] = [yearsIn(before), yearsIn(after)];
    return own !== undefined && other !== undefined && told(own) !== told(other);
  });
}

/**
 * Whether the members of one edition have figures in that edition alone: then the cluster cannot be swapped without the
 * figures, because its new members would be left out without a word.
 */
export function lacksMembers(a: OpenEdition, b: OpenEdition, sides: Sides): boolean {
  if (sides.cluster === sides.data) return false;
  const [cluster, data] = sides.cluster === "a" ? [a, b] : [b, a];
  const own = membersOf(data.groups);
  const fresh = [...membersOf(cluster.groups)].filter((code) => !own.has(code));
  return [...cluster.tables].some(([name, table]) => {
    const other = data.tables.get(name);
    if (other === undefined) return false;
    const [has, had] = [new Set(codesOf(table, "place")), new Set(codesOf(other, "place"))];
    return fresh.some((code) => has.has(code) && !had.has(code));
  });
}
