import { useCallback } from "react";
import { useLocation } from "wouter";
import { useAddress } from "../../shell/address.ts";
import { AnswerView, type Asked } from "./answer-view.tsx";
import { screen } from "./questions.tsx";
import { useIndustries } from "./use-industries.ts";

/** How concentrated every industry is: one that is selected is shown on the map. */
export function Gathered({ asked }: { readonly asked: Asked }) {
  const address = useAddress();
  const [, go] = useLocation();
  const { industries } = useIndustries(asked);
  const toMap = useCallback(
    (code: string | undefined) => {
      if (code === undefined || industries.every((each) => each.code !== code)) return;
      go(address.to(`/${screen}/one-industry`, { industry: code }));
    },
    [industries, go, address],
  );
  return <AnswerView asked={asked} onSelect={toMap} />;
}
