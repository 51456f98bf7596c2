import type { Table } from "@conurb/core/contract";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { parseDocument } from "yaml";
import type { Outline } from "../../../bench/outline.ts";
import { useAnswer, useBench } from "../../../bench/use-bench.ts";
import { tableFrom } from "../../../compute/table-from.ts";
import { useLanguage, useSay } from "../../../language/language.ts";
import { useAddress } from "../../../shell/address.ts";
import { Page } from "../../../shell/page.tsx";
import { ChooseColumns } from "./choose-columns.tsx";
import { type FigureColumns, figureColumns, type LeftOut } from "./figure-columns.ts";
import type { Chosen } from "./with-indicators.ts";
import { words } from "./words.ts";
import { WriteIndicators } from "./write-indicators.tsx";

/** Columns of a dataset become a set of indicators and its ranking, without a line written by hand. */
export default function MakeIndicators() {
  const { outline, text } = useBench();
  const say = useSay(words);
  const address = useAddress();
  const asked = address.get("table");
  const names = (outline?.datasets ?? []).map(({ name }) => name);
  // what was just brought in stands in the text first, and in the outline once it was read
  const isComing = asked !== undefined && !names.includes(asked) && declared(text).includes(asked);
  const name = asked !== undefined && names.includes(asked) ? asked : isComing ? undefined : ownFirst(text, names);
  return (
    <Page
      headline={say("headline")}
      dek={say("dek")}
      guide={[say("guide"), say("guideWay"), say("guideWeights")]}
      strip={<Link href={address.to("/data/import")}>{say("bring")}</Link>}
    >
      {outline === undefined || isComing ? (
        <p className="quiet" role="status">
          {say("reading")}
        </p>
      ) : name === undefined ? (
        <p>{say("noData")}</p>
      ) : (
        <>
          <DatasetField outline={outline} name={name} onName={(table) => address.set({ table })} />
          <OfDataset key={name} name={name} run={outline.lock} />
        </>
      )}
    </Page>
  );
}

interface DatasetFieldProps {
  readonly outline: Outline;
  readonly name: string;
  readonly onName: (name: string) => void;
}

function DatasetField({ outline, name, onName }: DatasetFieldProps) {
  const say = useSay(words);
  const language = useLanguage();
  return (
    <label className="field">
      <span>{say("dataset")}</span>
      <select value={name} onChange={(event) => onName(event.target.value)}>
        {outline.datasets.map((each) => (
          <option key={each.name} value={each.name}>
            {each.title[language] === each.name ? each.name : `${each.title[language]} (${each.name})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function OfDataset({ name, run }: { readonly name: string; readonly run: string }) {
  const say = useSay(words);
  const { value } = useAnswer<Table>(`/api/tables/${encodeURIComponent(name)}?run=${run}`);
  const table = useMemo(() => (value === undefined ? undefined : (tableFrom(value) as Table)), [value]);
  const found = useMemo(() => table && figureColumns(table), [table]);
  if (found === undefined)
    return (
      <p className="quiet" role="status">
        {say("reading")}
      </p>
    );
  if (found.refused !== undefined)
    return (
      <>
        <p>{say(found.refused)}</p>
        <Left left={found.left} />
      </>
    );
  return <Form dataset={name} found={found} />;
}

function Form({ dataset, found }: { readonly dataset: string; readonly found: FigureColumns }) {
  const say = useSay(words);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [only, setOnly] = useState<number>();
  const { years } = found;
  return (
    <>
      {years.length > 1 && (
        <label className="field">
          <span>{say("years")}</span>
          <select
            value={only ?? ""}
            onChange={(event) => setOnly(event.target.value === "" ? undefined : Number(event.target.value))}
          >
            <option value="">{say("allYears", { first: String(years[0]), last: String(years.at(-1)) })}</option>
            {years.toReversed().map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      )}
      <ChooseColumns columns={found.columns} chosen={chosen} onChosen={setChosen} />
      <Left left={found.left} />
      <WriteIndicators asked={{ dataset, years: only === undefined ? years : [only], chosen }} />
    </>
  );
}

const leftWords = {
  year: "leftYear",
  code: "leftCode",
  coordinate: "leftCoordinate",
  part: "leftPart",
  empty: "leftEmpty",
} as const satisfies Record<LeftOut, keyof typeof words>;

function Left({ left }: Pick<FigureColumns, "left">) {
  const say = useSay(words);
  const language = useLanguage();
  if (left.length === 0) return null;
  const columns = left.map(({ column, why }) =>
    say(leftWords[why], { column: column.title?.[language] ?? column.name }),
  );
  return <p className="quiet">{say("left", { columns: columns.join(language === "zh" ? "、" : ", ") })}</p>;
}

function declared(text: string): readonly string[] {
  const study = parseDocument(text).toJS() as { datasets?: Readonly<Record<string, unknown>> | null } | null;
  return Object.keys(study?.datasets ?? {});
}

/** A file of the study's own before tables that come with the program, the newest first. */
function ownFirst(text: string, names: readonly string[]): string | undefined {
  const study = parseDocument(text).toJS() as { datasets?: Readonly<Record<string, { file?: string } | null>> } | null;
  return names.findLast((name) => study?.datasets?.[name]?.file !== undefined) ?? names[0];
}
