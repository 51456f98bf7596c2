import { useEffect } from "react";
import { useBench } from "../bench/use-bench.ts";

/** The browser asks before a page is closed whose text stands nowhere else. */
export function useKeptFromLeaving(): void {
  const { unsaved } = useBench();
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
