import { describe, expect, it } from "vitest";
import { invoke, labels, localContext, makeTable, numbers } from "../src/contract.ts";
import { nearForms } from "../src/places/name-forms.ts";
import { splitUnit } from "../src/sheets/read-unit.ts";
import locationQuotient from "../src/structure/location-quotient.ts";
import { typeTable } from "../src/tables.ts";

const onPrototype = ["constructor", "__proto__", "toString"];

describe("names that every object has by birth", () => {
  it("are places and industries like others", async () => {
    const place = onPrototype.flatMap((each) => [each, each]);
    const industry = onPrototype.flatMap(() => ["valueOf", "hasOwnProperty"]);
    const data = makeTable(
      "jobs",
      ["place", "industry"],
      [
        labels("place", place),
        labels("industry", industry),
        numbers("value", "person", Float64Array.of(1, 3, 2, 2, 3, 1)),
      ],
    );
    const { tables } = await invoke(locationQuotient, { inputs: { data } }, localContext(locationQuotient, 1));
    const text = JSON.stringify(tables);
    for (const name of onPrototype) expect(text).toContain(name);
    expect(text).not.toContain("native code");
  });
});

describe("heads and names made to keep a pattern busy", () => {
  const spaces = " ".repeat(50_000);
  it.each([
    ["a unit in brackets that never close", () => splitUnit(`a(${spaces}x`)],
    ["brackets that only open", () => splitUnit("(".repeat(50_000))],
    ["a column name of spaces", () => typeTable({ file: "x.csv", rows: [[`a(${spaces}x`], ["1"]] }, { name: "x" })],
    ["a people's name of one sign", () => nearForms(`${"族".repeat(5_000)}x`)],
    ["a people's name said again and again", () => nearForms(`${"布依族".repeat(500)}x`)],
  ])("%s is answered at once", (_, read) => {
    expect(read()).toBeDefined();
  });
});
