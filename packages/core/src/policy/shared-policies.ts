import { several } from "../register/codes.ts";
import type { ClusterPlaces, CoordinationInput, CoordinationYear } from "./coordination.ts";
import { type Entry, ledOf, leds } from "./entries.ts";
import { type Expiry, inForce } from "./in-force.ts";

/** How alike the sets of policies are that two places of a cluster are under, over its pairs that any policy reaches. */
export function sharedPolicies(
  entries: readonly Entry[],
  { places_reached: reached }: CoordinationInput,
  { place, cluster }: ClusterPlaces,
  years: readonly number[],
  expiry: Expiry,
): CoordinationYear[] {
  if (reached === undefined) return [];
  const reach = new Map(entries.map((entry) => [entry, new Set(several(reached[entry.at]))]));
  return [...new Set(cluster)].sort().flatMap((scope) => {
    const members = place.filter((_, at) => cluster[at] === scope);
    return (["all", ...leds] as const).flatMap((led) =>
      years.flatMap((year): CoordinationYear[] => {
        const stock = entries.filter(
          (entry) =>
            inForce(entry, year, expiry) &&
            (led === "all" || ledOf(entry.mechanism) === led) &&
            members.some((code) => reach.get(entry)?.has(code)),
        );
        if (stock.length === 0 || members.length < 2) return [];
        let [sum, pairs, unreached] = [0, 0, 0];
        members.forEach((one, at) => {
          for (const other of members.slice(at + 1)) {
            const [a, b] = [one, other].map((code) => stock.map((entry) => reach.get(entry)?.has(code) === true));
            const either = stock.filter((_, i) => a?.[i] || b?.[i]).length;
            const both = stock.filter((_, i) => a?.[i] && b?.[i]).length;
            // two places without any policy share none: they are neither coordinated nor not
            if (either === 0) {
              unreached += 1;
              continue;
            }
            sum += both / either;
            pairs += 1;
          }
        });
        return [
          {
            between: "places",
            scope,
            led,
            year,
            entries: stock.length,
            degree: sum / pairs,
            strength: Number.NaN,
            unreached,
          },
        ];
      }),
    );
  });
}
