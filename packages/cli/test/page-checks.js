// Runs inside the page that it judges. Every check answers its complaints; a good page has none.

/** Half a pixel is lost to rounding, never seen. */
const rounding = 0.5;
/** An em is an estimate of a letter's height: a pixel past the edge of a figure cuts nothing. */
const figureEdge = 1;
/** Labels that share more of the smaller one than this cannot both be read. */
const mostOverlap = 0.6;
/** A code point that no font has: what it looks like is how a missing glyph looks. */
const undrawable = "\u0378";

globalThis.pageChecks = {
  /** Text that cannot be read because it lies beyond an edge. On paper nothing can be scrolled. */
  cutText({ paper = false } = {}) {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide in a window of ${innerWidth}`] : [];
    const figures = [...document.querySelectorAll("svg")].filter(isShown).map((svg) => ({
      element: svg,
      text: `figure ${nameOf(svg)}`,
      boxes: () => [svg.getBoundingClientRect()],
    }));
    for (const { element, text, boxes } of [...figures, ...texts().filter(({ element }) => !inFigure(element))]) {
      const edge = clipping(element, paper);
      if (edge !== undefined) {
        if (boxes().some((box) => !within(box, edge))) found.push(`cut: ${text}`);
      } else if (boxes().some(({ left, right }) => left < -rounding || right > clientWidth + rounding)) {
        if (!scrolls(element) && !comesIntoView(element)) found.push(`beyond the page: ${text}`);
      }
    }
    return [...new Set(found)];
  },

  /** Characters that the fonts at hand draw as a missing glyph, in the face where they stand. */
  missingGlyphs() {
    const pen = Object.assign(document.createElement("canvas"), { width: 64, height: 64 }).getContext("2d", {
      willReadFrequently: true,
    });
    const picture = (font, character) => {
      pen.clearRect(0, 0, 64, 64);
      pen.font = font;
      pen.fillText(character, 16, 44);
      const ink = pen.getImageData(0, 0, 64, 64).data.filter((_, i) => i % 4 === 3);
      return `${pen.measureText(character).width} ${ink.join("")}`;
    };
    const characters = new Map();
    for (const { element, text } of texts()) {
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
      const font = `${fontStyle} ${fontWeight} 32px ${fontFamily}`;
      if (!characters.has(font)) characters.set(font, new Set());
      for (const character of text) characters.get(font).add(character);
    }
    return [...characters].flatMap(([font, used]) => {
      const missing = picture(font, undrawable);
      const inked = [...used].filter((character) => !/[\p{Z}\p{Cc}\p{Cf}]/u.test(character));
      const boxes = inked.filter((character) => picture(font, character) === missing);
      return boxes.length > 0 ? [`${boxes.map(codePoint).join(", ")} in ${font}`] : [];
    });
  },

  /** One title, and no heading that skips a level. */
  headings() {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => [
      Number(each.tagName[1]),
      each.textContent.trim(),
    ]);
    const titles = levels.filter(([level]) => level === 1).length;
    return [
      ...(titles === 1 ? [] : [`${titles} h1`]),
      ...levels.filter(([level], i) => level > (levels[i - 1]?.[0] ?? 0) + 1).map(([, text]) => `skips: ${text}`),
      ...levels.filter(([, text]) => text === "").map(([level]) => `empty h${level}`),
    ];
  },

  /** A picture says what it shows, in the language of the page. */
  pictures({ lang }) {
    const found = document.documentElement.lang === lang ? [] : [`the page's lang is ${document.documentElement.lang}`];
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.getAttribute("aria-hidden") === "true") continue;
      const at = nameOf(svg) || `svg ${[...document.querySelectorAll("svg")].indexOf(svg)}`;
      if (svg.getAttribute("role") !== "img") found.push(`${at}: no role`);
      if (nameOf(svg) === "") found.push(`${at}: no accessible name`);
      if ((svg.getAttribute("lang") ?? lang) !== lang) found.push(`${at}: lang is ${svg.getAttribute("lang")}`);
    }
    return found;
  },

  /** Links within the page lead somewhere, and no id is given twice. */
  links() {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((a) => decodeURIComponent(a.hash.slice(1)));
    return [
      ...new Set(ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`)),
      ...targets.filter((id) => !ids.includes(id)).map((id) => `leads nowhere: #${id}`),
    ];
  },

  /** Text drawn smaller than this many pixels; figures shrink with their column. */
  smallText({ least }) {
    return texts()
      .map(({ element, text }) => ({ size: drawnSize(element), text }))
      .filter(({ size }) => size < least)
      .sort((a, b) => a.size - b.size)
      .map(({ size, text }) => `${size.toFixed(1)} px: ${text}`);
  },

  /** Labels that leave their figure, or lie on one another. */
  figureLabels() {
    return [...document.querySelectorAll("svg")].flatMap((svg) => {
      const name = nameOf(svg);
      const labels = [...svg.querySelectorAll("text")].filter(isShown).map((text) => labelOf(text, svg));
      const { x, y, width, height } = svg.viewBox.baseVal;
      const edge = grown({ left: x, top: y, right: x + width, bottom: y + height }, figureEdge);
      return [
        ...labels.filter(({ box }) => !within(box, edge)).map(({ text }) => `${name}: ${text} leaves the figure`),
        ...labels.flatMap((a, i) =>
          labels
            .slice(i + 1)
            .filter((b) => overlap(a, b) > mostOverlap && !isHaloOf(a, b))
            .map((b) => `${name}: ${a.text} lies on ${b.text}`),
        ),
      ];
    });
  },

  /** Words of the program that a reader should never see, in the text and in the names of the figures. */
  programWords() {
    const names = [...document.querySelectorAll("[aria-label], [title], [alt]")].flatMap((element) =>
      ["aria-label", "title", "alt"].map((name) => element.getAttribute(name) ?? ""),
    );
    const told = [...document.querySelectorAll("svg title, svg desc")].map(({ textContent }) => textContent);
    const words = /\bundefined\b|\bNaN\b|\bInfinity\b|\bnull\b(?! (hypothesis|model|distribution|value))|\[object/;
    return [...new Set([document.title, ...names, ...told, ...texts().map(({ text }) => text)])].filter((text) =>
      words.test(text),
    );
  },
};

/** Every piece of text that is drawn, with its lines' boxes. */
function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const text = node.data.trim();
    const boxes = () => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    };
    if (text !== "" && isShown(element) && boxes().length > 0) found.push({ element, text, boxes });
  }
  return found;
}

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

function ancestors(element) {
  const found = [];
  for (let at = element; at !== null && at !== document.body; at = at.parentElement) found.push(at);
  return found;
}

function scrolls(element) {
  return ancestors(element).some((each) => /auto|scroll/.test(getComputedStyle(each).overflowX));
}

function inFigure(element) {
  return element.closest("svg") !== null;
}

/** The nearest box that cuts off what leaves it; what lies outside a figure's own edge is for figureLabels to say. */
function clipping(element, paper) {
  const cuts = paper ? /hidden|clip|auto|scroll/ : /hidden|clip/;
  return ancestors(element)
    .find((each) => !inFigure(each) && cuts.test(getComputedStyle(each).overflowX))
    ?.getBoundingClientRect();
}

/** A link that waits beyond the edge until the keyboard reaches it. */
function comesIntoView(element) {
  const link = element.closest("a, button");
  link?.focus({ preventScroll: true });
  const box = link?.getBoundingClientRect();
  link?.blur();
  return box !== undefined && box.left >= 0 && box.right <= document.documentElement.clientWidth;
}

function within(box, edge) {
  return (
    box.left >= edge.left - rounding &&
    box.right <= edge.right + rounding &&
    box.top >= edge.top - rounding &&
    box.bottom <= edge.bottom + rounding
  );
}

function grown({ left, top, right, bottom }, by) {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function nameOf(svg) {
  const titles = (svg.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter((id) => id !== "");
  const labelled = titles.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return (labelled || svg.getAttribute("aria-label") || svg.querySelector(":scope > title")?.textContent || "").trim();
}

function drawnSize(element) {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  const matrix = inFigure(element) ? element.getScreenCTM() : undefined;
  return matrix === undefined ? size : size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
}

/** A label's corners in the units of its figure: its lines one em high, without the leading that getBBox adds. */
function labelOf(text, svg) {
  const { x, y, width, height } = text.getBBox();
  const leading = Math.min(extraLeading(text), height) / 2;
  const toFigure = svg.getScreenCTM().inverse().multiply(text.getScreenCTM());
  const corners = [
    [x, y + leading],
    [x + width, y + leading],
    [x + width, y + height - leading],
    [x, y + height - leading],
  ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(toFigure));
  const words = [...text.childNodes].filter(({ nodeName }) => nodeName !== "title").map((each) => each.textContent);
  return { text: words.join("").trim(), corners, box: boxOf(corners), painted: text.getAttribute("stroke") !== null };
}

function boxOf(corners) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function extraLeading(text) {
  return text.getNumberOfChars() === 0
    ? 0
    : text.getExtentOfChar(0).height - Number.parseFloat(getComputedStyle(text).fontSize);
}

/** The part of the smaller label that the other covers; labels may be turned, so corners are cut, not boxes. */
function overlap(a, b) {
  if (a.box.right <= b.box.left || b.box.right <= a.box.left) return 0;
  if (a.box.bottom <= b.box.top || b.box.bottom <= a.box.top) return 0;
  const smaller = Math.min(area(a.corners), area(b.corners));
  return smaller > 0 ? area(cutBy(a.corners, b.corners)) / smaller : 0;
}

/** What of a convex shape lies inside another, both clockwise on the screen (Sutherland and Hodgman). */
function cutBy(shape, other) {
  return other.reduce((left, from, i) => {
    const to = other[(i + 1) % other.length];
    const side = ({ x, y }) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    return left.flatMap((corner, j) => {
      const before = left.at(j - 1);
      const [now, then] = [side(corner), side(before)];
      const t = then / (then - now);
      const crossing = { x: before.x + t * (corner.x - before.x), y: before.y + t * (corner.y - before.y) };
      return [...(now >= 0 !== then >= 0 ? [crossing] : []), ...(now >= 0 ? [corner] : [])];
    });
  }, shape);
}

function area(corners) {
  const twice = corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length];
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The same words painted twice, once as the halo under the other. */
function isHaloOf(a, b) {
  return a.text === b.text && (a.painted || b.painted);
}

function codePoint(character) {
  return `${character} U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
