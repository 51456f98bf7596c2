export { contrast, textOn } from "./contrast.ts";
export { drawable } from "./drawable.ts";
export type { Draw, Drawing } from "./drawing.ts";
export { drawFigure } from "./figure.ts";
export { chance, fixed, minus, missing, type NumberFormat, numberFormat, range, signed } from "./format.ts";
export { kinds } from "./kinds.ts";
export { type Figure, layOutBy } from "./lay-out.ts";
export { type Positioned, type Tiles, tileLayout } from "./layout/tiles.ts";
export { newestYear } from "./newest-year.ts";
export { outlineOf } from "./outline.ts";
export { categoryColour, dashes, type Palette, palettes, strengthColour, type Theme } from "./palette.ts";
export { resultContext, type StudyNames } from "./part-of-result.ts";
export { type NamedPlace, shortName, shortNames, tightName } from "./place-names.ts";
export { creditLine, usesOf } from "./report/credits.ts";
export type { DatasetNotes, ReportModel } from "./report/model.ts";
export { type Names, namesOf } from "./report/names.ts";
export type { Part } from "./report/parts.ts";
export { type Report, type ReportFigure, renderReport } from "./report/report.ts";
export { type Library, reportModel } from "./report/report-model.ts";
export { verdictSections } from "./report/sections.ts";
export { sentence } from "./report/sentence.ts";
export { sayIn } from "./report/words.ts";
export { roman } from "./roman.ts";
export {
  type FigureContext,
  type GroupInfo,
  makeScene,
  type PlaceFlag,
  type PlaceInfo,
  type Scene,
} from "./scene.ts";
export { type CodeNames, codeNames, type ShownView, shownGroup, shownView } from "./shown-view.ts";
export { type Attributes, type Child, clean, d, decimal, el, escapeText, type Markup, points } from "./svg.ts";
export { fit, fonts, hasHan, isHan, stacked, textWidth, wrap } from "./type.ts";
export { unitWords } from "./unit-words.ts";
export { type Measure, measureOf } from "./units.ts";
export { type PageAsked, type ViewEnding, viewEndings, viewFile } from "./view-file.ts";
