import type { Text } from "../language/text.ts";
import type { PlaceSystem } from "./dated-place.ts";

/** A code that a text may stand for in one system, and how sure that is. */
export interface CodeForm {
  readonly code: string;
  /** `short` and `equivalent` are other spellings of the same place; `proposed` has to be confirmed. */
  readonly how: "exact" | "short" | "equivalent" | "proposed";
  readonly reason: Text;
}

const exact = (code: string): CodeForm => ({ code, how: "exact", reason: { en: `code ${code}`, zh: `代码 ${code}` } });
const short = (code: string, given: string): CodeForm => ({
  code,
  how: "short",
  reason: { en: `${given} is another form of ${code}`, zh: `${given} 即代码 ${code} 的另一写法` },
});

const municipalities = ["11", "12", "31", "50"];

/** 6 digits; 4 or 2 as their short forms; 9 or 12 as the statistical code; 110100 for 110000. */
function gb2260(text: string): CodeForm[] {
  const digits = /^(\d{2}|\d{4}|\d{6})(?:\.0)?$/.exec(text)?.[1] ?? /^(\d{6})(?:000|000000)$/.exec(text)?.[1];
  if (digits === undefined) return [];
  const code = digits.padEnd(6, "0");
  const form = digits === text ? exact(code) : short(code, text);
  const [province, part] = [code.slice(0, 2), code.slice(2)];
  if (!municipalities.includes(province) || part !== "0100") return [digits.length < 6 ? short(code, text) : form];
  const whole = `${province}0000`;
  const en = `${text} is the prefecture's code of a municipality, ${whole} the province's: one place`;
  return [
    { code: whole, how: "equivalent", reason: { en, zh: `${text} 为直辖市的地级代码，${whole} 为省级代码，同为一地` } },
  ];
}

/** Two digits, the first zero perhaps lost; five as a prefecture among municipalities; six with the check digit. */
function jis(text: string): CodeForm[] {
  if (/^\d{2}$/.test(text)) return [exact(text)];
  if (/^[1-9]$/.test(text)) return [short(`0${text}`, text)];
  const whole = /^(\d{2})000(\d?)$/.exec(text);
  if (whole === null) return [];
  const [, code, check] = whole as unknown as [string, string, string];
  return check === "" || check === checkDigit(code) ? [short(code, text)] : [];
}

/** Of `CC000`: 11 less the weighted sum modulo 11, its last digit. */
function checkDigit(code: string): string {
  const sum = 6 * Number(code[0]) + 5 * Number(code[1]);
  return String((11 - (sum % 11)) % 10);
}

/** The last digits of a GEOID of the Census Bureau such as 310M500US35620. */
function censusBureau(text: string, lengths: readonly number[]): CodeForm[] {
  const digits = /^[0-9A-Z]{3,}US(\d+)$/.exec(text)?.[1] ?? /^(\d+)(?:\.0)?$/.exec(text)?.[1];
  if (digits === undefined) return [];
  if (lengths.includes(digits.length)) return [digits === text ? exact(digits) : short(digits, text)];
  const padded = lengths.includes(digits.length + 1) ? `0${digits}` : undefined;
  return padded === undefined ? [] : [short(padded, text)];
}

/** UKC1 is TLC1: ITL of 2021 took over NUTS with another prefix, which is for the user to confirm. */
function itl(text: string): CodeForm[] {
  const code = text.toUpperCase();
  if (!/^UK[A-Z]/.test(code)) return [{ ...exact(code), how: code === text ? "exact" : "short" }];
  const reason = {
    en: `${text} is a NUTS code; ITL keeps most of them with TL in place of UK, not all boundaries`,
    zh: `${text} 为 NUTS 代码；ITL 多以 TL 代 UK 沿用，但并非所有边界相同`,
  };
  return [{ code: `TL${code.slice(2)}`, how: "proposed", reason }];
}

const plain = (text: string): CodeForm[] => [exact(text)];

const forms: Readonly<Record<PlaceSystem, (text: string) => CodeForm[]>> = {
  gb2260,
  jis,
  cbsa: (text) => censusBureau(text, [5]),
  fips: (text) => censusBureau(text, [2, 5]),
  itl,
  nuts: (text) => [{ ...exact(text.toUpperCase()), how: text === text.toUpperCase() ? "exact" : "short" }],
  own: plain,
};

/** The codes that a text may stand for in a system of codes. */
export function codeForms(text: string, system: PlaceSystem): CodeForm[] {
  return forms[system](text.normalize("NFKC").trim());
}

/** 110200 is all counties of Beijing, which is neither Beijing nor a part that yearbooks name. */
export function countiesOfMunicipality(text: string): Text | undefined {
  const province = /^(11|12|31|50)02(00)?$/.exec(text.normalize("NFKC").trim())?.[1];
  if (province === undefined) return undefined;
  return {
    en: `${text} stands for the counties of ${province}0000, not for ${province}0000`,
    zh: `${text} 是 ${province}0000 所辖县的合称，不是 ${province}0000`,
  };
}
