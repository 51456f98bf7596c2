/** The place that is looked at, in every figure and list at once. Only classes and a name change: no figure is drawn again. */
let looked: string | undefined;

export function lookAt(code: string | undefined): void {
  if (code === looked) return;
  for (const each of document.querySelectorAll(".is-hovered")) each.classList.remove("is-hovered");
  for (const each of document.querySelectorAll(".figure .looked-name")) each.remove();
  looked = code;
  if (code === undefined) return;
  for (const each of document.querySelectorAll(`[data-place="${CSS.escape(code)}"]`)) {
    each.classList.add("is-hovered");
    nameMark(each);
  }
}
export const lookedAt = (): string | undefined => looked;

const above = 6; // pixels between a mark and its name

/** Writes the name over a mark that had no room for it. */
function nameMark(mark: Element): void {
  const name = mark.querySelector(":scope > title")?.textContent;
  const svg = mark.closest("svg");
  if (!name || svg === null) return;
  if ([...svg.querySelectorAll("text")].some(({ textContent }) => textContent === name)) return;
  const { x, y, width } = (mark as SVGGraphicsElement).getBBox();
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.setAttribute("class", "looked-name");
  text.setAttribute("y", String(Math.max(12, y - above)));
  text.textContent = name;
  svg.append(text);
  const half = text.getComputedTextLength() / 2;
  const middle = Math.min(Math.max(x + width / 2, half + 2), svg.viewBox.baseVal.width - half - 2);
  text.setAttribute("x", String(middle));
}
