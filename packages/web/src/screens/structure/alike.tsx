import { useCallback, useMemo } from "react";
import { useLanguage } from "../../language/language.ts";
import { codeNames } from "../../language/outline-names.ts";
import { useAddress } from "../../shell/address.ts";
import { AnswerView, type Asked } from "./answer-view.tsx";
import { mostAlike, placesIn } from "./basis.ts";
import { Pair } from "./pair.tsx";
import { useIndustries } from "./use-industries.ts";

/** How alike every two places are, and two of them industry by industry. */
export function Alike({ asked }: { readonly asked: Asked }) {
  const language = useLanguage();
  const address = useAddress();
  const { outline, result, quotients, group } = asked;
  const { nameOf } = useIndustries(asked);
  const names = useMemo(() => codeNames(outline, language), [outline, language]);
  const [place, other] = [address.get("place"), address.get("with")];
  const select = useCallback(
    (code: string | undefined) => {
      if (code === undefined) address.set({ place: undefined, with: undefined });
      else if (place === undefined || place === code) address.set({ place: code === place ? undefined : code });
      else address.set({ with: code === other ? undefined : code });
    },
    [address, place, other],
  );
  const places = placesIn(quotients, group?.members);
  if (quotients === undefined || places.length < 2) return <AnswerView asked={asked} onSelect={select} />;
  const known = (code: string | undefined) => places.find((each) => each === code);
  // unless two are chosen, the pair that the headline speaks of, or whoever is most like the one that is
  const alike = mostAlike(result, places, known(place));
  const a = known(place) ?? alike?.[0] ?? places[0] ?? "";
  const b = [known(other), alike?.[1], ...places].find((code) => code !== undefined && code !== a) ?? "";
  const pair = (
    <Pair
      result={quotients}
      a={a}
      b={b}
      places={places}
      names={names}
      nameOf={nameOf}
      onPair={(one, two) => address.set({ place: one, with: two })}
    />
  );
  return <AnswerView asked={asked} onSelect={select} marked={[a, b]} below={pair} />;
}
