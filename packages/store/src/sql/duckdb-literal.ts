/** A text in a statement that takes no parameters: DuckDB's own that define views and settings, and that export files. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
