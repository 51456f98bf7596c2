/** A text in a statement that takes no parameters: DuckDB's own that define views and settings, and that export files. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The path of one file that is read: a reader takes `panel[1].csv` for a pattern, which `panel1.csv` fits. */
export const readLiteral = (path: string): string => literal(path.replace(/[[*?]/g, "[$&]"));
