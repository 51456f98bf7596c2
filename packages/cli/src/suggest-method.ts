import { catalogue } from "@conurb/core/catalogue";
import { languages, message, suggestion, type Text } from "@conurb/core/language";

const ids = Object.keys(catalogue) as (keyof typeof catalogue)[];
const mostShown = 3;

/** "did you mean ...?" where a word is the end or the beginning of an id, nearly one, or a title in either language. */
export async function suggestMethod(given: string): Promise<Text | undefined> {
  const word = given.trim().toLowerCase();
  const nameOf = (id: string) => id.slice(id.indexOf("/") + 1);
  const named = ids.filter((id) => nameOf(id) === nameOf(word));
  if (named.length > 0) return asked(named);
  const begun = word.length > 2 ? ids.filter((id) => id.startsWith(word) || nameOf(id).startsWith(word)) : [];
  if (begun.length > 0) return asked(begun);
  const near = suggestion(given, ids);
  if (near !== undefined) return near;
  const nearlyNamed = word.includes("/") ? [] : ids.filter((id) => suggestion(word, [nameOf(id)]) !== undefined);
  return asked(nearlyNamed.length > 0 ? nearlyNamed : await titled(word));
}

const asked = (found: readonly string[]): Text | undefined =>
  found.length === 0 ? undefined : message("did-you-mean", { suggestion: found.slice(0, mostShown).join(", ") });

/** The methods whose title is this, else those whose title holds it. */
async function titled(word: string): Promise<readonly string[]> {
  if (word.length < 2) return [];
  const titles = await Promise.all(
    ids.map(async (id) => {
      const { title } = (await catalogue[id]()).default;
      return { id, words: languages.map((language) => title[language].toLowerCase()) };
    }),
  );
  const exact = titles.filter(({ words }) => words.includes(word));
  const holding = titles.filter(({ words }) => words.some((title) => title.includes(word) || word.includes(title)));
  return (exact.length > 0 ? exact : holding).map(({ id }) => id);
}
