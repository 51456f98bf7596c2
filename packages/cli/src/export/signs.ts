/** A sign as a face draws it: its outline from where it begins, and how far on the next one begins. */
export interface Sign {
  readonly outline: string;
  readonly advance: number;
}

/** The signs of one weight of a face, and how wide two of them are beside one another. */
export interface Signs {
  readonly of: Map<string, Sign>;
  readonly pairs: Map<string, number>;
}

/** The units of an em in which outlines are written, in whole ones: of letters of 12 pixels, 170 to a pixel. */
export const em = 2048;

/** Stands after each sign: where it begins says how wide that is. One contour in every face. */
const post = "|";

/** Letters, stops and spaces are set closer or wider beside one another: digits stand in columns. */
const kerned = /^[\p{Script=Latin} .,’'-]{2}$/u;

/** The pairs of a text that a face may set closer or wider. */
export function pairsOf(text: string): string[] {
  const signs = [...text];
  return signs.flatMap((sign, at) => {
    const pair = sign + (signs[at + 1] ?? "");
    return kerned.test(pair) ? [pair] : [];
  });
}

/** A drawing of signs and pairs, one a line, whose paths say what `readSigns` reads. */
export function signSheet(lines: readonly string[], weight: string): string {
  const texts = ["", ...lines].map(
    (line) => `<text>${line.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}${post}</text>`,
  );
  const root = `xmlns="http://www.w3.org/2000/svg" width="10" height="10" xml:space="preserve" font-family="sans-serif"`;
  return `<svg ${root} font-size="${em}" font-weight="${weight}">${texts.join("")}</svg>`;
}

/** What a sheet's paths say of its lines, in their order; nothing where they cannot be told apart. */
export function readSigns(paths: string): Sign[] | undefined {
  const contours = [...paths.matchAll(/ d="([^"]*)"/g)].map(([, path = ""]) => path.split(/(?=M)/));
  const [alone, ...lines] = contours;
  if (alone?.length !== 1) return undefined;
  const from = beginning(alone[0] as string);
  return lines.map((line) => ({
    outline: relative(line.slice(0, -1).join("")),
    advance: Math.round(beginning(line.at(-1) as string) - from),
  }));
}

const beginning = (contour: string): number => Number(/^M (\S+)/.exec(contour)?.[1]);

/** A path whose steps are told from where each begins, so that it can stand anywhere. */
function relative(path: string): string {
  let [x, y, fromX, fromY] = [0, 0, 0, 0];
  let made = "";
  for (const [, command = "", numbers = ""] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    if (command === "Z") {
      made += "z";
      [x, y] = [fromX, fromY];
      continue;
    }
    const ends = numbers
      .trim()
      .split(" ")
      .map((end) => Math.round(Number(end)));
    made +=
      command.toLowerCase() +
      ends
        .map((end, at) => end - (at % 2 === 0 ? x : y))
        .join(" ")
        .replaceAll(" -", "-");
    [x, y] = ends.slice(-2) as [number, number];
    if (command === "M") [fromX, fromY] = [x, y];
  }
  return made;
}
