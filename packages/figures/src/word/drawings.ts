import { TextRun } from "docx";
import { el } from "../svg.ts";

/** What is shown of a picture: shares of its height from the top. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** A picture in its place: its size on paper in pixels of 1/96 inch, and what is said of it to who cannot see it. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly band?: Band;
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Where pictures stand in a document. The library looks for every picture in all of the document with a pattern of its own, for strips of
 * figures .4 s in all: pictures are written here, a stand-in keeps the place of each, and `fill` puts them there once the document is written.
 */
export interface Drawings {
  /** `nth` picture, from 1, as it is shown here. */
  add(nth: number, placed: Placed): TextRun;
  fill(document: string): string;
}

export function openDrawings(): Drawings {
  const written: string[] = [];
  return {
    add: (nth, placed) => {
      const id = written.push("");
      written[id - 1] = drawingXml(nth, id, placed);
      return new TextRun(`${mark}${id}${mark}`);
    },
    fill: (document) => document.replace(standIn, (_, id: string) => written[Number(id) - 1] as string),
  };
}

/** Files of the pictures in the document's archive, and the names under which it refers to them. */
export const pictureFiles = (nth: number) =>
  [
    { id: `picture${nth}svg`, target: `media/picture${nth}.svg` },
    { id: `picture${nth}png`, target: `media/picture${nth}.png` },
  ] as const;

/** In no text: Unicode will never make it a sign. */
const mark = "\uFDD1";
const standIn = new RegExp(`<w:t [^>]*>${mark}(\\d+)${mark}</w:t>`, "g");

const drawingMl = "http://schemas.openxmlformats.org/drawingml/2006";
const emuAPixel = 9525;

function drawingXml(nth: number, id: number, { width, height, band, name, title, description }: Placed): string {
  const size = { cx: Math.round(width * emuAPixel), cy: Math.round(height * emuAPixel) };
  const [vector, pixels] = pictureFiles(nth);
  const svgBlip = el("asvg:svgBlip", {
    "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "r:embed": vector.id,
  });
  const ext = el("a:ext", { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" }, svgBlip);
  const blip = el("a:blip", { "r:embed": pixels.id, cstate: "none" }, el("a:extLst", {}, ext));
  const fill = el("pic:blipFill", {}, blip, sourceOf(band), el("a:stretch", {}, el("a:fillRect", {})));
  const frame = el("a:xfrm", {}, el("a:off", { x: 0, y: 0 }), el("a:ext", size));
  const shape = el("pic:spPr", { bwMode: "auto" }, frame, el("a:prstGeom", { prst: "rect" }, el("a:avLst", {})));
  const named = el("pic:nvPicPr", {}, el("pic:cNvPr", { id: 0, name: "", descr: "" }), el("pic:cNvPicPr", {}));
  const picture = el("pic:pic", { "xmlns:pic": `${drawingMl}/picture` }, named, fill, shape);
  const data = el("a:graphicData", { uri: `${drawingMl}/picture` }, picture);
  const locks = el("a:graphicFrameLocks", { "xmlns:a": `${drawingMl}/main`, noChangeAspect: 1 });
  const inline = el(
    "wp:inline",
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    el("wp:extent", size),
    el("wp:docPr", { id, name, descr: description, title }),
    el("wp:cNvGraphicFramePr", {}, locks),
    el("a:graphic", { "xmlns:a": `${drawingMl}/main` }, data),
  );
  return el("w:drawing", {}, inline).markup;
}

/** How much is cut off above and below, in thousandths of a per cent. */
const sourceOf = (band: Band | undefined) =>
  el(
    "a:srcRect",
    band === undefined ? {} : { t: Math.round(band.from * whole), b: whole - Math.round(band.to * whole) },
  );
const whole = 100_000;
