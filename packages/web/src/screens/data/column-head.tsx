import { useLanguage } from "../../language/language.ts";

interface ColumnHeadProps {
  readonly column: { readonly name: string; readonly title?: { readonly en: string; readonly zh: string } | undefined };
  readonly isNumber: boolean;
  /** As it is written; nothing where there is none to tell. */
  readonly unit?: string | undefined;
}

/** What a column of a file is called, and its unit where the head does not say it. */
export function ColumnHead({ column: { name, title }, isNumber, unit }: ColumnHeadProps) {
  const language = useLanguage();
  const called = title?.[language] ?? name;
  return (
    <th scope="col" className={isNumber ? undefined : "label"}>
      {called}
      {unit !== undefined && !called.includes(unit) && (
        <>
          <br />
          <span className="quiet">{unit}</span>
        </>
      )}
    </th>
  );
}
