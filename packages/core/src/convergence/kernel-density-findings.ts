import type { Finding } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import type { KernelDensityResult } from "./kernel-density.ts";
import type { Distribution } from "./kernel-modes.ts";

/** How many peaks there are and how far places lie apart, at the end and at the start. */
export function kernelFindings({ years }: KernelDensityResult): Finding[] {
  const [first, last] = [years[0], years.at(-1)] as [Distribution, Distribution];
  const spread = ({ deviation }: Distribution) => decimal(deviation, 3);
  if (first === last) {
    return [
      {
        text: {
          en: "The distribution of {n} places has {modes, plural, one {one peak} other {# peaks}} (standard deviation {spread}).",
          zh: "{n} 个地区的分布有 {modes} 个峰（标准差 {spread}）。",
        },
        values: { n: last.places, modes: last.modes, spread: spread(last) },
      },
    ];
  }
  const kept = first.modes === last.modes;
  return [
    {
      text: kept ? keptPeaks : otherPeaks,
      values: {
        from: String(first.year),
        to: String(last.year),
        before: first.modes,
        modes: last.modes,
        start: spread(first),
        spread: spread(last),
      },
    },
  ];
}

const otherPeaks = {
  en: "From {from} to {to} the distribution went from {before, plural, one {one peak} other {# peaks}} to {modes, plural, one {one} other {#}}, and its standard deviation from {start} to {spread}.",
  zh: "{from}—{to} 年，分布由 {before} 个峰变为 {modes} 个峰，标准差由 {start} 变为 {spread}。",
};

const keptPeaks = {
  en: "In {from} as in {to} the distribution has {modes, plural, one {one peak} other {# peaks}}; its standard deviation went from {start} to {spread}.",
  zh: "{from} 年与 {to} 年的分布均有 {modes} 个峰，标准差由 {start} 变为 {spread}。",
};
