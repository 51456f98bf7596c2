import { interpolateLab, piecewise } from "d3-interpolate";

export type Theme = "light" | "dark";

/** The colours of a theme. Value carries blue, `accent` means "selected" and nothing else. */
export interface Palette {
  readonly surface: string;
  readonly page: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly hair: string;
  readonly mute: string;
  readonly accent: string;
  readonly accentGround: string;
  readonly link: string;
  readonly good: string;
  readonly warn: string;
  readonly warnGround: string;
  /** Five classes, low to high. */
  readonly sequential: readonly string[];
  /** Nine stops between which strength is mixed. */
  readonly strength: readonly string[];
  /** Six classes with cuts at 0.5 to 0.9. */
  readonly similarity: readonly string[];
  /** Nine classes, below to above. */
  readonly diverging: readonly string[];
  /** Five categories; the sixth is `other`. */
  readonly categorical: readonly string[];
  readonly other: string;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    surface: "#FFFFFF",
    page: "#F1F4F4",
    ink: "#15212B",
    ink2: "#46545F",
    ink3: "#5F6C76",
    rule: "#C6CFD3",
    hair: "#E3E9EA",
    mute: "#D9E0E2",
    accent: "#B4321B",
    accentGround: "#FBEFEB",
    link: "#1B4F82",
    good: "#1F6B4A",
    warn: "#8A5A00",
    warnGround: "#FFF6E0",
    sequential: ["#E3F4F6", "#A6D2DE", "#5FA8C7", "#2170A3", "#163263"],
    strength: ["#E3F4F6", "#B8DDE5", "#8EC5D6", "#66ACC9", "#4392BA", "#2777A9", "#195C93", "#184377", "#162C55"],
    similarity: ["#F4F7F8", "#C7E3EA", "#95C8D8", "#56A2C6", "#2170A3", "#163263"],
    diverging: ["#783905", "#A95F17", "#CB9154", "#E1C299", "#F2F0EC", "#A8CDE8", "#6BA4D6", "#3A77B8", "#204C8A"],
    categorical: ["#892F25", "#0867B5", "#967C0C", "#561847", "#14A273"],
    other: "#77818C",
  },
  dark: {
    surface: "#141C22",
    page: "#0D1318",
    ink: "#E9EEF0",
    ink2: "#AEBAC2",
    ink3: "#8996A0",
    rule: "#3A4853",
    hair: "#232E36",
    mute: "#2C3841",
    accent: "#FF8B6A",
    accentGround: "#2A1D1A",
    link: "#8FC1F0",
    good: "#6CC79B",
    warn: "#E2B04A",
    warnGround: "#2A2413",
    sequential: ["#263448", "#2B5578", "#25739A", "#5FBBD0", "#C6F2F1"],
    strength: ["#263448", "#2B5578", "#25739A", "#5FBBD0", "#C6F2F1"],
    similarity: ["#1F2932", "#263F5A", "#2A5E86", "#2F86AE", "#6CC4D5", "#C6F2F1"],
    diverging: ["#E9B678", "#CB8A45", "#955F28", "#5E4127", "#2A3238", "#26486C", "#3271AE", "#66A2DA", "#AED2F2"],
    categorical: ["#D6756E", "#65B5FE", "#EFC761", "#A061AB", "#9AF8D9"],
    other: "#77818C",
  },
};

/** Dash patterns that repeat the category on lines, so that grey keeps it. */
export const dashes: readonly (string | undefined)[] = [undefined, "7 3", "2 2.5", "7 2 2 2", "1 3"];

export function categoryColour(palette: Palette, index: number): string {
  return palette.categorical[index] ?? palette.other;
}

const mixtures = new Map(
  Object.values(palettes).map((palette) => [palette, piecewise(interpolateLab, [...palette.strength])]),
);

/** Colour of a share of draws: square root, so that small shares are still seen. */
export function strengthColour(palette: Palette, share: number): string {
  const mix = mixtures.get(palette) ?? piecewise(interpolateLab, [...palette.strength]);
  const [red, green, blue] = (mix(0.06 + 0.78 * Math.sqrt(Math.min(Math.max(share, 0), 1))).match(/\d+/g) ?? []).map(
    Number,
  );
  return `#${[red, green, blue].map((channel) => (channel ?? 0).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** `count` colours spread over a palette of more: 3 of 5 are the first, the middle and the last. */
export function spreadColours(colours: readonly string[], count: number): string[] {
  if (count <= 1) return [colours[Math.floor(colours.length / 2)] as string];
  return Array.from(
    { length: count },
    (_, i) => colours[Math.round((i * (colours.length - 1)) / (count - 1))] as string,
  );
}
