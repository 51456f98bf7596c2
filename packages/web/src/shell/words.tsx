import { Fragment } from "react";
import { useLanguage } from "../language/language.ts";
import { wordsOf } from "./words-of.ts";

/** A text whose lines end with a word in Chinese too: the rule in `base.css` breaks it nowhere but where this lets it. */
export function Words({ text }: { readonly text: string }) {
  const words = wordsOf(text, useLanguage());
  return words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name
    <Fragment key={at}>
      {at > 0 && isHan(words[at - 1]?.at(-1)) && isHan(word[0]) && <wbr />}
      {word}
    </Fragment>
  ));
}

const isHan = (letter: string | undefined) => /\p{Script=Han}/u.test(letter ?? "");
