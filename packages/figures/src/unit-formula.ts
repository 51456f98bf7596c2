const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Writes a unit with powers, brackets and quotients: exponents raised, one half as a root, its parts by `words`. */
export function unitFormula(unit: string, words: (part: string) => string): string {
  let at = 0;
  const quotient = (): string => {
    let text = power();
    while (unit[at] === "/") {
      at += 1;
      text += `/${power()}`;
    }
    return text;
  };
  const power = (): string => {
    const base = part();
    if (unit[at] !== "^") return base;
    const [all = "", exponent = ""] = /^\^(\([^)]*\)|[-\d.]+)?\s*/.exec(unit.slice(at)) ?? [];
    at += Math.max(all.length, 1);
    if (exponent === "(1/2)") return `√${base.startsWith("(") ? base : `(${base})`}`;
    return exponent === "1" ? base : base + raised(exponent);
  };
  const part = (): string => {
    while (unit[at] === " ") at += 1;
    if (unit[at] === "(") {
      at += 1;
      const inner = quotient();
      if (unit[at] === ")") at += 1;
      while (unit[at] === " ") at += 1;
      return `(${inner})`;
    }
    const plain = /^[^()/^]*/.exec(unit.slice(at))?.[0] ?? "";
    at += plain.length;
    const named = plain.trim();
    return named === "1" ? "1" : words(named);
  };
  return quotient();
}

function raised(exponent: string): string {
  return [...exponent.replace(/[()]/g, "")]
    .map((sign) => ({ "-": "⁻", ".": "·" })[sign] ?? superscripts[Number(sign)] ?? sign)
    .join("");
}
