/** One policy as a treatment: when it begins and ends, when it was announced, and which places of the panel it reaches. */
export interface TreatingEntry {
  readonly entry: string;
  /** The year that it begins in; undefined where no year is known. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly announced: number | undefined;
  /** How much of each place it reaches, in (0, 1], NaN for a part of unknown size; what it does not reach is left out. */
  readonly reach: ReadonlyMap<string, number>;
}

export interface TreatmentCell {
  readonly place: string;
  readonly year: number;
  readonly treated: boolean;
  /** The largest share of the place that any entry in force reaches; NaN where only parts of unknown size are. */
  readonly dose: number;
  /** Entries of the treatment in force. */
  readonly entries: number;
  /** Announced and not yet in force. */
  readonly anticipated: boolean;
  /** Entries in force that are no part of the treatment, but for those that reach every place: they set none apart. */
  readonly others: number;
  /** Share of the neighbours that are treated; undefined without neighbours. */
  readonly exposed: number | undefined;
}

export type TreatmentFlag =
  | "undated"
  | "unreached"
  | "always-treated"
  | "no-pre-period"
  | "short-pre-period"
  | "reversal"
  | "partial"
  | "overlap"
  | "anticipation"
  | "contamination"
  | "other-policies"
  | "all-at-once"
  | "nobody-treated"
  | "nobody-untreated";

export interface TreatmentFault {
  readonly flag: TreatmentFlag;
  readonly place?: string;
  readonly entry?: string;
  /** Since when, how many years or entries, how much of the place: as the flag means it. */
  readonly year?: number;
  readonly count?: number;
  readonly share?: number;
}

export interface TreatedPlace {
  readonly place: string;
  /** The first year that it is treated in, undefined where it never is: its cohort. */
  readonly first: number | undefined;
  /** Years of the panel before that. */
  readonly before: number;
  /** Years treated. */
  readonly treated: number;
}

export interface Treatment {
  readonly cells: readonly TreatmentCell[];
  readonly places: readonly TreatedPlace[];
  readonly flags: readonly TreatmentFault[];
  readonly years: readonly number[];
}

export interface TreatmentOptions {
  /** Years between the beginning of an entry and that of its treatment. */
  readonly lag?: number;
  /** So much of a place must be reached for it to be treated. */
  readonly atLeast?: number;
  /** Whether a place of which an unknown part is reached counts as treated. */
  readonly partly?: "treated" | "untreated";
  /** So many years before the first treated one are wanted. */
  readonly wanted?: number;
}

/**
 * Entries of a register as a place x year matrix: places are treated from different years (staggered), in part (a dose), by
 * several entries at once, and maybe no longer once an entry has ended. What an estimator must know of it is flagged, none of
 * it is mended: an entry without a year treats nobody, a place that is treated throughout stays in and is named.
 */
export function buildTreatment(
  entries: readonly TreatingEntry[],
  others: readonly TreatingEntry[],
  panel: { readonly places: readonly string[]; readonly years: readonly number[] },
  neighbours: ReadonlyMap<string, readonly string[]> | undefined,
  { lag = 0, atLeast = 0, partly = "treated", wanted = 2 }: TreatmentOptions = {},
): Treatment {
  const places = [...new Set(panel.places)].sort();
  const years = [...new Set(panel.years)].sort((a, b) => a - b);
  const dated = entries.filter(({ start }) => start !== undefined);
  const known = new Set(places);
  const apart = others.filter(({ reach }) => places.some((place) => !reach.has(place)));
  const flags: TreatmentFault[] = [
    ...entries
      .filter(({ start }) => start === undefined)
      .map(({ entry }): TreatmentFault => ({ flag: "undated", entry })),
    ...dated
      .filter(({ reach }) => ![...reach.keys()].some((place) => known.has(place)))
      .map(({ entry }): TreatmentFault => ({ flag: "unreached", entry })),
  ];
  const inForce = ({ start, end }: TreatingEntry, year: number) =>
    start !== undefined && start + lag <= year && (end === undefined || end >= year);
  const isTreated = (dose: number) => (Number.isNaN(dose) ? partly === "treated" : dose > 0 && dose >= atLeast);
  const doseOf = (place: string, year: number) => {
    const parts = dated.filter((each) => inForce(each, year)).flatMap(({ reach }) => reach.get(place) ?? []);
    const told = parts.filter((part) => !Number.isNaN(part));
    return told.length === 0 && parts.length > 0 ? Number.NaN : Math.max(0, ...told);
  };

  const cells = places.flatMap((place) =>
    years.map((year): TreatmentCell => {
      const own = dated.filter((each) => each.reach.has(place));
      const dose = doseOf(place, year);
      const around = neighbours?.get(place)?.filter((each) => known.has(each));
      const treatedAround = around?.filter((each) => isTreated(doseOf(each, year))).length ?? 0;
      return {
        place,
        year,
        dose,
        treated: isTreated(dose),
        entries: own.filter((each) => inForce(each, year)).length,
        anticipated: own.some(
          ({ announced, start }) => announced !== undefined && announced <= year && year < (start as number) + lag,
        ),
        others: apart.filter((each) => each.reach.has(place) && inForce(each, year)).length,
        exposed: around === undefined || around.length === 0 ? undefined : treatedAround / around.length,
      };
    }),
  );
  const byPlace = places.map((_, at) => cells.slice(at * years.length, (at + 1) * years.length));
  const treatedPlaces = byPlace.map((own): TreatedPlace => {
    const at = own.findIndex(({ treated }) => treated);
    const place = (own[0] as TreatmentCell).place;
    const count = own.filter(({ treated }) => treated).length;
    return { place, first: own[at]?.year, before: at < 0 ? own.length : at, treated: count };
  });
  for (const [i, own] of byPlace.entries()) flags.push(...flagsOf(own, treatedPlaces[i] as TreatedPlace, wanted));
  flags.push(...flagsOfAll(treatedPlaces));
  return { cells, places: treatedPlaces, flags, years };
}

function flagsOf(
  own: readonly TreatmentCell[],
  { place, first, before, treated }: TreatedPlace,
  wanted: number,
): TreatmentFault[] {
  const flags: TreatmentFault[] = [];
  if (first !== undefined) {
    if (treated === own.length) flags.push({ flag: "always-treated", place });
    else if (before === 0) flags.push({ flag: "no-pre-period", place, year: first });
    else if (before < wanted) flags.push({ flag: "short-pre-period", place, count: before });
    const back = own.find(({ year, treated: is }) => year > first && !is);
    if (back !== undefined) flags.push({ flag: "reversal", place, year: back.year });
  }
  const partly = own.find(({ dose }) => Number.isNaN(dose) || (dose > 0 && dose < 1));
  if (partly !== undefined) {
    flags.push({ flag: "partial", place, ...(Number.isNaN(partly.dose) ? {} : { share: partly.dose }) });
  }
  const most = Math.max(...own.map(({ entries }) => entries));
  if (most > 1) flags.push({ flag: "overlap", place, count: most });
  const early = own.filter(({ anticipated }) => anticipated).length;
  if (early > 0) flags.push({ flag: "anticipation", place, count: early });
  const touched = own.find(({ others, exposed }) => others > 0 || (first === undefined && (exposed ?? 0) > 0));
  if (touched !== undefined) {
    flags.push({ flag: first === undefined ? "contamination" : "other-policies", place, year: touched.year });
  }
  return flags;
}

function flagsOfAll(places: readonly TreatedPlace[]): TreatmentFault[] {
  const treated = places.filter(({ first }) => first !== undefined);
  if (treated.length === 0) return [{ flag: "nobody-treated" }];
  const flags: TreatmentFault[] = [];
  if (treated.length === places.length) flags.push({ flag: "nobody-untreated" });
  const cohorts = new Set(treated.map(({ first }) => first));
  if (cohorts.size === 1 && treated.length === places.length) {
    flags.push({ flag: "all-at-once", year: treated[0]?.first as number });
  }
  return flags;
}
