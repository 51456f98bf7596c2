/** Commands that messages name as what to do next. */
const named =
  /\bconurb (?=(?:calc|check|diff|explain|export|import|init|methods|pack|replay|report|reproduce|run|schema)\b)/g;

/** A text in which commands stand as this reader has to type them: whoever came through `npx conurb` has no `conurb`. */
export function asTyped(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  const throughNpx =
    environment.npm_command === "exec" && /^['"]?conurb\b/.test(environment.npm_lifecycle_script ?? "");
  return throughNpx
    ? text.replace(named, (words, at: number) => (text.slice(0, at).endsWith("npx ") ? words : `npx ${words}`))
    : text;
}
