import { lazy, Suspense } from "react";
import type { Offering } from "./offers.ts";

const Offers = lazy(() => import("./offered.tsx"));

/** What an empty screen leads to. Screens that have something to show do not load it. */
export function NextStep({ screen }: { readonly screen: Offering }) {
  return (
    <Suspense fallback={null}>
      <Offers screen={screen} />
    </Suspense>
  );
}
