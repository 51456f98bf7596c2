import type { Theme } from "@conurb/figures";
import { createContext, useContext, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { remember, remembered } from "../bench/remember.ts";

export const ThemeContext = createContext<Theme>("light");
export const useTheme = (): Theme => useContext(ThemeContext);

const key = "conurb-theme";

/** The one chosen, else the one that the reader's system prefers. */
export function firstTheme(): Theme {
  const chosen = remembered("localStorage", key);
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
export function keepTheme(theme: Theme): void {
  remember("localStorage", key, theme);
}

/** Whether the page is being laid out for paper, which is white whatever the screen is. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true)); // figures are drawn anew before the sheet is
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
