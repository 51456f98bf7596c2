import { expect, it } from "vitest";
import { membersIn, membersWritten } from "./members.ts";

const place = (code: string, zh: string, en: string) => ({ code, name: { zh, en } });
const places = [
  place("130200", "唐山市", "Tangshan"),
  place("130900", "沧州市", "Cangzhou"),
  place("DEA3", "明斯特区", "Münster"),
  place("DEA33", "明斯特", "Münster"),
];

it("reads names of either language, with or without the ending, and codes, each place once", () => {
  expect(membersIn("唐山、沧州市\ntangshan, 130900;", places)).toEqual({ codes: ["130200", "130900"], unclear: [] });
});

it("chooses between no two places of one name, and tells what it does not know", () => {
  expect(membersIn("Münster\nAtlantis", places)).toEqual({ codes: [], unclear: ["Münster", "Atlantis"] });
  expect(membersIn("Münster DEA33", places).codes).toEqual(["DEA33"]);
});

it.each(["zh", "en"] as const)(
  "writes members in %s as it reads them, and codes that nobody knows as they are",
  (language) => {
    const codes = ["DEA3", "130200", "DEA33"];
    expect(membersIn(membersWritten(codes, places, language), places)).toEqual({ codes, unclear: [] });
    expect(membersWritten(["999999"], places, language)).toBe("999999");
  },
);
