import { InputError } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { correctStep } from "./correct-step.ts";
import { Lacking } from "./data.ts";
import { type DatasetStep, namedDataset } from "./dataset-steps.ts";
import { editionStep } from "./edition-step.ts";
import type { Selection } from "./groups.ts";
import { interpolateStep } from "./interpolate-step.ts";
import { currencyStep, deflateStep, type OtherFigures, relativeStep } from "./money-steps.ts";
import type { KnownPlaces } from "./money-steps-places.ts";
import { withCodes } from "./named-places.ts";
import { codesOf } from "./places.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import type { DatasetDeclaration, Study } from "./schema.ts";
import { sectionsStep } from "./sections-step.ts";

/** What the steps of a dataset ask of the study around it. */
interface Around {
  readonly study: Study;
  readonly ports: StudyPorts;
  readonly selection: Selection;
  readonly gazetteer: Gazetteer;
  readonly dataset: (name: string) => Promise<Table>;
}

/**
 * What a declaration asks to be done to its rows: to single figures as they are loaded, to codes of places before figures
 * are added up, to industries and money after.
 */
export interface DatasetSteps {
  readonly corrected: (table: Table) => Table;
  readonly dated: (table: Table) => Promise<Table>;
  readonly valued: (table: Table) => Promise<Table>;
  readonly taken: readonly DatasetStep[];
}

export function datasetSteps(name: string, declaration: DatasetDeclaration, around: Around): DatasetSteps {
  const { study, ports, selection, gazetteer, dataset } = around;
  const taken: DatasetStep[] = [];
  const take = (step: DatasetStep): Table => {
    taken.push(step);
    return step.after;
  };
  const behind = async (other: string, path: string): Promise<OtherFigures> => {
    namedDataset(study, other, path);
    refuseCycle(study, name, path);
    const declared = study.datasets[other];
    try {
      return { name: other, declaration: declared, table: await dataset(other) };
    } catch (error) {
      // there are figures, but none of the places that the study keeps them for: those of provinces, most often
      if (!(error instanceof Lacking) || declared?.absent !== undefined) throw error;
      const text = message("dataset-behind-empty", { at: path, name: other, reason: error.text });
      const hint = message("dataset-behind-empty-hint", { name: other });
      throw new InputError({ code: "dataset-behind-empty", text, hint, place: { path } });
    }
  };
  const atEditionAsked = async (table: Table): Promise<Table> => {
    if (declaration.edition === undefined) return table;
    const [places, changes] = [await ports.namedPlaces?.(), await ports.placeChanges?.()];
    const codes = places === undefined || changes === undefined ? undefined : { places, changes };
    return take(editionStep({ name, declaration, table }, declaration.edition, codes, selection));
  };
  /** The province of each place, of the dated codes too: a study may use places that no theme of figures has. */
  const parents = async (place: string | undefined): Promise<ReadonlyMap<string, string>> => {
    const dated = place === "parent" ? ((await ports.namedPlaces?.()) ?? []) : [];
    return new Map(
      [...dated, ...gazetteer.places.values()].flatMap(({ code, parent }) =>
        parent === undefined ? [] : [[code, parent] as const],
      ),
    );
  };
  const knownPlaces = async (place: string | undefined): Promise<KnownPlaces> => {
    const dated = (await ports.namedPlaces?.()) ?? [];
    const codes = new Set([...dated.map(({ code }) => code), ...gazetteer.places.keys(), ...selection.groupOf.keys()]);
    return {
      parents: await parents(place),
      kept: selection.places,
      codesOf: (table, column) => {
        const read = { ...table, roles: { ...table.roles, place: column } };
        const { table: coded } = withCodes(read, dated, (code) => codes.has(code), study.places?.confirm);
        return codesOf(coded, "place") ?? [];
      },
    };
  };
  return {
    taken,
    corrected: (table) => {
      const { corrections } = declaration;
      return corrections === undefined ? table : take(correctStep({ name, declaration, table }, corrections));
    },
    dated: async (table) => {
      refuseIdle(name, declaration);
      const dated = await atEditionAsked(table);
      if (declaration.interpolate === undefined) return dated;
      return take(interpolateStep({ name, declaration, table: dated }, declaration.interpolate));
    },
    valued: async (given) => {
      let table = given;
      const { sections, deflate = [], relative = [], currency = [] } = declaration;
      if (sections !== undefined) {
        const [list, known] = [await ports.industriesOf?.(declaration), await ports.classifications?.()];
        table = take(sectionsStep({ name, declaration, table }, sections, list, known));
      }
      for (const asked of deflate) {
        const by = await behind(asked.by, `datasets.${name}.deflate.by`);
        table = take(deflateStep({ name, declaration, table }, asked, by, await knownPlaces(asked.place)));
      }
      for (const asked of relative) {
        const to = await behind(asked.to, `datasets.${name}.relative.to`);
        table = take(relativeStep({ name, declaration, table }, asked, to));
      }
      for (const asked of currency) {
        const by = await behind(asked.by, `datasets.${name}.currency.by`);
        table = take(currencyStep({ name, declaration, table }, asked, by));
      }
      return table;
    },
  };
}

/** The datasets that a dataset is worked out by. */
function needed({ deflate = [], relative = [], currency = [] }: DatasetDeclaration): string[] {
  return [...deflate.map(({ by }) => by), ...relative.map(({ to }) => to), ...currency.map(({ by }) => by)];
}

/** Datasets that wait for each other would wait for ever. */
function refuseCycle({ datasets }: Study, name: string, path: string): void {
  const visit = (at: string, trail: readonly string[]): void => {
    const declaration = Object.hasOwn(datasets, at) ? datasets[at] : undefined;
    for (const next of declaration === undefined ? [] : needed(declaration)) {
      if (trail.includes(next)) {
        const cycle = [...trail.slice(trail.indexOf(next)), next].join(" -> ");
        const text = message("dataset-cycle", { at: path, cycle });
        throw new InputError({ code: "dataset-cycle", text, place: { path } });
      }
      visit(next, [...trail, next]);
    }
  };
  visit(name, [name]);
}

/** What says which columns add up, where nothing is added. */
function refuseIdle(name: string, { additive, edition, sections }: DatasetDeclaration): void {
  if (additive === undefined || edition !== undefined || sections !== undefined) return;
  const path = `datasets.${name}.additive`;
  throw new InputError({
    code: "additive-without-use",
    text: message("additive-without-use", { at: path }),
    place: { path },
  });
}
