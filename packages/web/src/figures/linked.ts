/** The place that is looked at, in every figure and list at once. Only classes change: no figure is drawn again for it. */
let looked: string | undefined;

export function lookAt(code: string | undefined): void {
  if (code === looked) return;
  for (const each of document.querySelectorAll(".is-hovered")) each.classList.remove("is-hovered");
  looked = code;
  if (code !== undefined)
    for (const each of document.querySelectorAll(`[data-place="${CSS.escape(code)}"]`))
      each.classList.add("is-hovered");
}
export const lookedAt = (): string | undefined => looked;
