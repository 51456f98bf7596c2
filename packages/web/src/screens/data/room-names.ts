import type { Table } from "@conurb/core/contract";
import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { useAnswer } from "../../bench/use-bench.ts";
import { useLanguage } from "../../language/language.ts";
import { type CodeNames, codeNames } from "../../language/outline-names.ts";

type Places = Outline["names"]["places"];

/** What codes are called, of places too that no analysis has named yet: figures that have just come in. */
export function useRoomNames(outline: Outline, table: Table | undefined): CodeNames {
  const language = useLanguage();
  const known = useAnswer<{ places: readonly (Places[string] & { readonly code: string })[] }>("/api/gazetteer").value
    ?.places;
  return useMemo(() => {
    const labels = table?.columns.flatMap((column) => (column.kind === "label" ? column.values : [])) ?? [];
    const open = new Set(labels.filter((code) => code !== null && !Object.hasOwn(outline.names.places, code)));
    const met = (known ?? []).filter(({ code }) => open.has(code)).map((place) => [place.code, place] as const);
    const places: Places = { ...Object.fromEntries(met), ...outline.names.places };
    return codeNames({ ...outline, names: { ...outline.names, places } }, language);
  }, [outline, table, known, language]);
}
