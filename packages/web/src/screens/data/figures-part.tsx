import type { Table } from "@conurb/core/contract";
import type { Outline } from "../../bench/outline.ts";
import { useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { DataTable } from "../../tables/data-table.tsx";
import { FileFigures } from "./file-figures.tsx";
import type { FlagMeanings } from "./told.ts";
import { words } from "./words.ts";

interface FiguresPartProps {
  readonly outline: Outline;
  readonly table: Table;
  /** Whose file can be looked at too. */
  readonly dataset: string | undefined;
  readonly names: CodeNames;
  readonly meanings: FlagMeanings;
}

/** Every figure: as analyses receive them, or as the file has them. */
export function FiguresPart({ outline, table, dataset, names, meanings }: FiguresPartProps) {
  const say = useSay(words);
  const address = useAddress();
  const isFiled = dataset !== undefined && address.get("figures") === "file";
  return (
    <section className="room-part">
      <div className="title-line">
        <h2>{say("cells")}</h2>
        {dataset !== undefined && (
          <span className="seg">
            {([undefined, "file"] as const).map((which) => (
              <button
                key={which ?? "used"}
                type="button"
                aria-pressed={isFiled === (which === "file")}
                onClick={() => address.set({ figures: which })}
              >
                {say(which === undefined ? "asUsed" : "asFiled")}
              </button>
            ))}
          </span>
        )}
      </div>
      {isFiled ? (
        <FileFigures key={dataset} name={dataset} outline={outline} meanings={meanings} />
      ) : (
        <DataTable key={table.name} table={table} names={names} selected={address.get("place")} />
      )}
    </section>
  );
}
