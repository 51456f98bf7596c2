/** Linear-light red, green and blue of a `#rrggbb` colour, 0 to 1. */
export function linearRgb(hex: string): [number, number, number] {
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance of WCAG 2. */
export function luminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const readable = 4.5;

/** White or near-black, whichever is read more easily on `fill`; black on the rare middle tone where neither suffices. */
export function textOn(fill: string): string {
  const better = contrast("#FFFFFF", fill) >= contrast("#0F1A22", fill) ? "#FFFFFF" : "#0F1A22";
  return contrast(better, fill) >= readable ? better : "#000000";
}
