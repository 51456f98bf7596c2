import { InputError } from "@conurb/core/contract";
import { same } from "@conurb/core/language";
import { type Encoding, encodings } from "@conurb/core/tables";

/** What someone settles who imports a file step by step; what is left out is guessed, as `conurb import` guesses it. */
export interface ImportChoices {
  /** Of the dataset. */
  readonly name?: string;
  /** Of the study, where the file begins one. */
  readonly title?: string;
  readonly encoding?: Encoding;
  readonly sheet?: string;
  /** Of delimited text: whether its first row names its columns, or it is a page with a layout. */
  readonly kind?: "table" | "page";
  /** A layout as a study writes it: the sheet is read so, whatever it looks like. */
  readonly layout?: unknown;
  /** Of a file with one row of names: which column plays which part. */
  readonly roles?: Readonly<Record<string, string | readonly string[]>>;
  /** Of columns whose unit the file does not say. */
  readonly units?: Readonly<Record<string, string>>;
  readonly interpolate?: readonly string[];
  /** Names that are no place's exact name, and the codes they stand for. */
  readonly confirm?: Readonly<Record<string, string>>;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isMap = (value: unknown, isEach: (each: unknown) => boolean): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isEach);

const checks: { readonly [Key in keyof Required<ImportChoices>]: (value: unknown) => boolean } = {
  name: (value) => isText(value) && /^[a-z][a-z0-9_]*$/.test(value),
  title: (value) => isText(value) && value.trim() !== "" && value.length < 200,
  encoding: (value) => encodings.some((each) => each === value),
  sheet: isText,
  kind: (value) => value === "table" || value === "page",
  layout: (value) => isMap(value, () => true),
  roles: (value) => isMap(value, (each) => isText(each) || isTexts(each)),
  units: (value) => isMap(value, isText),
  interpolate: isTexts,
  confirm: (value) => isMap(value, isText),
};

/** Choices that came from outside. */
export function importChoices(given: unknown): ImportChoices {
  if (!isMap(given, () => true)) throw refused("choices");
  for (const [key, value] of Object.entries(given as object)) {
    if (!Object.hasOwn(checks, key) || !checks[key as keyof ImportChoices](value)) throw refused(key);
  }
  return given as ImportChoices;
}

const refused = (key: string): InputError =>
  new InputError({ code: "import-choice", text: same(`import: ${key}`), place: { path: key } });
