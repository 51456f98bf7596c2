/** Constructs that some engine lacks or reads in its own way, with what to write instead. */
const forbidden: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\bQUALIFY\b/i, why: "QUALIFY: filter a subquery" },
  { pattern: /\b(GROUP|ORDER)\s+BY\s+ALL\b/i, why: "BY ALL: name the columns" },
  { pattern: /\bEXCLUDE\b/i, why: "EXCLUDE: name the columns" },
  { pattern: /\bSELECT\s+(\w+\.)?\*/i, why: "SELECT *: name the columns" },
  { pattern: /::/, why: "::, write CAST" },
  { pattern: /\/\//, why: "//, cast to DOUBLE and floor" },
  { pattern: /\$\d/, why: "$1, write ?" },
  { pattern: /\b(LIST|ARRAY_AGG|UNNEST)\s*\(/i, why: "lists: one spelling per dialect, through the registry" },
  { pattern: /\bTRY_CAST\b/i, why: "TRY_CAST: through the registry" },
  { pattern: /\bAPPROX\w*\s*\(/i, why: "approximate counts: published numbers use exact ones" },
  { pattern: /\bST_\w+/i, why: "ST_*: trigonometry over unit vectors" },
  { pattern: /\bLOG\s*\(/i, why: "LOG: ln or log10" },
  { pattern: /\/(?!\s*NULLIF\b)/i, why: "division without NULLIF" },
  { pattern: /\bAVG\s*\(/i, why: "AVG: means are formed in core" },
  { pattern: /'/, why: "a literal in quotes: bind a parameter" },
];

/** What may stand in a sum: a cast to DECIMAL or BIGINT, or a column `..._exact`, which the builder makes by such a cast. */
const exact = /^\s*(CAST\s*\([^()]*\bAS\s+(DECIMAL\(38, ?\d+\)|BIGINT)\s*\)|"?\w+_exact"?)\s*\)/i;

/** What in this statement would not run, or would not give the same bytes, on every engine. */
export function unportable(sql: string): readonly string[] {
  const found = forbidden.filter(({ pattern }) => pattern.test(sql)).map(({ why }) => why);
  for (const { index, 0: opening } of sql.matchAll(/\bSUM\s*\(/gi)) {
    const summed = sql.slice(index + opening.length);
    if (!exact.test(summed)) found.push(`SUM(${summed.split(")")[0]}): sum a DECIMAL, not a DOUBLE`);
  }
  for (const [, name] of sql.matchAll(/"([^"]*)"/g)) {
    if (!snakeCase.test(name as string)) found.push(`${name}: names are lower snake case`);
  }
  return found;
}

export const snakeCase = /^[a-z_][a-z0-9_]*$/;
