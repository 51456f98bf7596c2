/** What takes a character as text; a slider and a box to tick are inputs that do not. */
const fields = "textarea, input:not([type=range], [type=checkbox], [type=radio], [type=button], [type=file])";

/** Whether a key is meant for a field, which has an undo of its own. */
export const isTyping = (target: EventTarget | null): boolean => (target as Element | null)?.matches?.(fields) === true;

/** Whether a letter is meant for what has the focus: a list goes to the choice that begins with it. */
export const takesLetters = (target: EventTarget | null): boolean =>
  isTyping(target) || (target as Element | null)?.matches?.("select") === true;
