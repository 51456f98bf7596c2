import { chance } from "@conurb/figures";
import { useLanguage, useSay } from "../../language/language.ts";
import type { CodeNames } from "../../language/outline-names.ts";
import type { Row } from "./board-data.ts";
import { words } from "./words.ts";

interface HowSureProps {
  readonly rows: readonly Row[];
  readonly place: string | undefined;
  readonly names: CodeNames;
}

/** One sentence on the selected place against its two neighbours in the order. */
export function HowSure({ rows, place, names }: HowSureProps) {
  const say = useSay(words);
  const language = useLanguage();
  const own = rows.find((row) => row.place === place);
  if (own === undefined) return null;
  const before = rows.find(({ next, rank }) => next === own.place && Number.isFinite(rank));
  const [comma, stop] = language === "zh" ? ["，", "。"] : [", ", "."];
  const here = names.place(own.place);
  const ahead = own.next === undefined ? undefined : { other: names.place(own.next), share: chance(own.aheadOfNext) };
  const said =
    before === undefined
      ? ahead && say("sureAheadOnly", { place: here, ...ahead })
      : say("sureBehind", { place: here, other: names.place(before.place), share: chance(before.aheadOfNext) }) +
        (ahead === undefined ? "" : comma + say("sureAhead", ahead));
  if (said === undefined) return null;
  return (
    <p className="sure">
      <b>{say("sure")}</b> {said + stop}
    </p>
  );
}
