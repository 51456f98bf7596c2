import type { PlaceShapes } from "@conurb/core/places";
import type { SiteRun } from "@conurb/core/site";
import { type Library, outlineOf, renderReport, reportModel } from "@conurb/figures";

/** What the page shows before any result, of a run that was made here, and the report of it. */
export async function outlined(
  { run, lock, lockText, notes }: SiteRun,
  library: unknown,
): Promise<{ readonly outline: unknown; report(language: string): string | undefined }> {
  const model = await reportModel(run, lock, lockText, libraryIn(library));
  return {
    outline: outlineOf(model, notes),
    report: (asked) => {
      const language = run.plan.study.report.lang.find((each) => each === asked);
      return language === undefined ? undefined : renderReport(model, language).html;
    },
  };
}

/** What was shipped of what is known of the atlas's tables. */
function libraryIn(shipped: unknown): Library {
  const { notes, shortTitles, shapes } = shipped as {
    notes: Record<string, Awaited<ReturnType<Library["notes"]>>>;
    shortTitles: Record<string, Record<string, { en: string; zh: string }>>;
    shapes?: PlaceShapes;
  };
  const none = { credit: "", sources: [], licenses: [], caveats: [], lacks: [], flags: [] };
  return {
    notes: async (id) => notes[id] ?? { ...none, title: { en: id, zh: id } },
    shapes: async () => shapes,
    shortTitles: async (id) => new Map(Object.entries(shortTitles[id] ?? {})),
  };
}
