const reserved = new Set(
  "_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip str strL using with".split(" "),
);
const longest = 32;

/** Names that Stata allows: letters of any script, digits and `_`, no digit first, at most 32 characters, each its own. */
export function stataNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, "_")
      .replace(/^(?=[\p{Nd}\p{M}])/u, "_");
    const legal = plain === "" ? "v" : reserved.has(plain) || /^str\d+$/.test(plain) ? `${plain}_` : plain;
    const made = unlike(taken, cut(legal, longest));
    taken.add(made);
    return made;
  });
}

function unlike(taken: ReadonlySet<string>, name: string): string {
  let made = name;
  for (let nth = 2; taken.has(made); nth += 1) made = `${cut(name, longest - `_${nth}`.length)}_${nth}`;
  return made;
}

/** The first characters, whole ones. */
export const cut = (text: string, characters: number): string => [...text].slice(0, characters).join("");
