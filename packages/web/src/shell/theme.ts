import type { Theme } from "@conurb/figures";
import { createContext, useContext } from "react";

export const ThemeContext = createContext<Theme>("light");
export const useTheme = (): Theme => useContext(ThemeContext);

const key = "conurb-theme";

/** The one chosen, else the one that the reader's system prefers. */
export function firstTheme(): Theme {
  const chosen = localStorage.getItem(key);
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
export function keepTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
}
