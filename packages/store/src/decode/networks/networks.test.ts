import { requireTable, typeTable } from "@conurb/core/tables";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../test/temporary.ts";
import { decodeData } from "../read-data.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, file = "x.txt") => decodeData(bytes(text), file);
const rows = async (text: string) => (await read(text)).cells.rows.slice(1);
const codes = async (text: string) => (await read(text)).notes?.map(({ code }) => code) ?? [];

describe("UCINET DL", () => {
  it("reads a full matrix with labels; zeros are no links, the diagonal and both directions are kept", async () => {
    const text = 'dl n=3\nformat = fullmatrix\nlabels:\nbarry,david,"van lin"\ndata:\n1 2 0\n0 0 1.5\n-1 0 0\n';
    const data = await read(text);
    expect([data.format, data.encoding]).toEqual(["ucinet-dl", "utf-8"]);
    expect(data.cells.rows).toEqual([
      ["from", "to", "value"],
      ["barry", "barry", "1"],
      ["barry", "david", "2"],
      ["david", "van lin", "1.5"],
      ["van lin", "barry", "-1"],
    ]);
    expect(Array.from(data.cells.lines ?? [])).toEqual([0, 6, 6, 7, 8]);
    expect(await codes(text)).toEqual(["network-zeros"]);
    expect(requireTable(typeTable(data.cells, { name: "x" })).columns.map(({ kind }) => kind)).toEqual([
      "label",
      "label",
      "number",
    ]);
  });

  it("reads labels embedded in a full matrix", async () => {
    const text =
      "dl\nn = 3\nlabels embedded\nformat = fullmatrix\ndata:\nBill Jan Jim\nBill 0 0 1\nJan na 0 0\nJim 1 0 0\n";
    expect(await rows(text)).toEqual([
      ["Bill", "Jim", "1"],
      ["Jim", "Bill", "1"],
    ]);
    expect(await codes(text)).toEqual(["network-zeros", "network-isolated"]);
  });

  it("reads several matrices, a rectangle, halves, and no diagonal", async () => {
    const two = 'dl n=2 nm=2\nmatrix labels: trade, "air travel"\nlabels: a b\ndata:\n0 1\n0 0\n\n0 0\n3 0\n';
    expect(await rows(two)).toEqual([
      ["a", "b", "1", "trade"],
      ["b", "a", "3", "air travel"],
    ]);
    const rectangle = "dl nr=2 nc=3\nrow labels: a b\ncolumn labels: x y z\ndata:\n1 0 0\n0 0 2\n";
    expect(await rows(rectangle)).toEqual([
      ["a", "x", "1"],
      ["b", "z", "2"],
    ]);
    expect(await codes(rectangle)).toEqual(["network-zeros", "network-two-mode", "network-isolated"]);
    const half = "dl n=3 format=lowerhalf diagonal=absent\nlabels: a b c\ndata:\n1\n2 3\n";
    expect(await rows(half)).toEqual([
      ["b", "a", "1"],
      ["c", "a", "2"],
      ["c", "b", "3"],
    ]);
    expect(await codes(half)).toEqual(["network-undirected"]);
    expect(await rows("dl n=2 diagonal=absent\nlabels: a b\ndata:\n5\n6\n")).toEqual([
      ["a", "b", "5"],
      ["b", "a", "6"],
    ]);
  });

  it("reads edge lists and node lists by number and by name", async () => {
    expect(await rows("DL n=3\nformat = edgelist1\nlabels:\na, b, c\ndata:\n1 2\n1 3 2.5\n3 1 -1e2\n")).toEqual([
      ["a", "b", "1"],
      ["a", "c", "2.5"],
      ["c", "a", "-100"],
    ]);
    const embedded = "DL n=4\nformat = edgelist1\nlabels embedded:\ndata:\n北京 天津 3\n天津 北京 4\n北京 石家庄\n";
    expect(await rows(embedded)).toEqual([
      ["北京", "天津", "3"],
      ["天津", "北京", "4"],
      ["北京", "石家庄", "1"],
    ]);
    expect(await codes(embedded)).toEqual(["network-isolated"]);
    const ended = "dl n=2 nm=2 format=edgelist1\ndata:\n1 2\n!\n2 1 3\n!\n";
    expect(await rows(ended)).toEqual([
      ["1", "2", "1", "1"],
      ["2", "1", "3", "2"],
    ]);
    expect(await rows("dl n=3 format=nodelist1\ndata:\n1 2 3\n3 1\n")).toEqual([
      ["1", "2", "1"],
      ["1", "3", "1"],
      ["3", "1", "1"],
    ]);
    expect(
      await rows("dl nr=2 nc=2 format=edgelist2\nrow labels: a b\ncolumn labels: x y\ndata:\na x 2\nb y 3\n"),
    ).toEqual([
      ["a", "x", "2"],
      ["b", "y", "3"],
    ]);
  });

  it.each([
    ["dl n=3\ndata:\n1 2 3\n", "network-cells", "x.txt has 3 figures in its data, expected 1 x 3 x 3"],
    ["dl n=2\ndata:\n1 2 3 4 5\n", "network-cells", "x.txt has 5 figures in its data, expected 4"],
    ["dl n=2\ndata:\n1 x 3 4\n", "network-line", 'x.txt: line 3 reads "x", expected a number'],
    ["dl n=2 format=edgelist1\ndata:\n1 9\n", "network-node", "x.txt: line 3 names node 9, and the nodes are 1 to 2"],
    ["dl n=2 format=blockmatrix\ndata:\n1\n", "network-format", undefined],
    ["dl n=999999999999\ndata:\n1\n", "network-size", undefined],
    [
      "dl n=3 nm=2 format=edgelist1\ndata:\n1 2\n!\n2 3\n!\n1 3\n",
      "network-line",
      'x.txt: line 7 reads "1 3", expected as many parts as nm says, 2',
    ],
    ["dl n=2\ndatafile other.txt\n", "network-external", undefined],
    ["dl n=2\nlabels: a a\ndata:\n0 1 1 0\n", "network-name-twice", "x.txt: two nodes are called a"],
    ["dl n=2\ndata:\n0 0 0 0\n", "network-none", "x.txt holds no link"],
  ])("refuses %j", async (text, code, message) => {
    const error = await refusalOf(read(text));
    expect(error.code).toBe(code);
    if (message !== undefined) expect(error.message).toBe(message);
  });
});

describe("Pajek", () => {
  it("reads names, coordinates, arcs and edges; what it leaves is counted", async () => {
    const text = [
      "% made by hand",
      "*Network cities",
      "*Vertices 4",
      '1 "北 京" 0.1 0.2 0.5 ic Red',
      "2 Tianjin 0.3 0.4",
      '3 "a ""b"',
      "4 lone",
      "*Arcs",
      "1 2 3.5 w 2",
      "2 1",
      "*Edges",
      "2 3 7",
      "*Partition x",
      "1",
    ];
    const data = await read(text.filter((line) => !line.includes('""')).join("\n"));
    expect(data.format).toBe("pajek");
    expect(data.cells.rows.slice(1)).toEqual([
      ["北 京", "Tianjin", "3.5"],
      ["Tianjin", "北 京", "1"],
      ["Tianjin", "3", "7"],
      ["3", "Tianjin", "7"],
    ]);
    expect(data.nodes?.rows).toEqual([
      ["name", "x", "y", "z"],
      ["北 京", "0.1", "0.2", "0.5"],
      ["Tianjin", "0.3", "0.4", ""],
      ["3", "", "", ""],
      ["lone", "", "", ""],
    ]);
    expect(data.notes?.map(({ code }) => code)).toEqual([
      "network-left",
      "network-left",
      "network-left",
      "network-both",
      "network-isolated",
    ]);
    expect(data.notes?.at(-1)?.text.en).toBe("x.txt: 1 node has no link and is not in the table of links: lone");
  });

  it("reads lists, matrices and relations", async () => {
    expect(await rows("*Vertices 3\n*Arcslist\n1 2 3\n*Edgeslist\n2 3\n")).toHaveLength(4);
    expect(await rows('*vertices 2\n1 "a"\n2 "b"\n*matrix\n0 2\n1.5 0\n')).toEqual([
      ["a", "b", "2"],
      ["b", "a", "1.5"],
    ]);
    const several = '*Vertices 2\n*Arcs :1 "trade"\n1 2 5\n*Arcs :2 "travel"\n1 2 6\n2 1 7\n';
    expect(await rows(several)).toEqual([
      ["1", "2", "5", "trade"],
      ["1", "2", "6", "travel"],
      ["2", "1", "7", "travel"],
    ]);
    const edges = "*Vertices 2\n*Edges\n1 2 5\n1 2 6\n";
    expect(await codes(edges)).toEqual(["network-undirected", "network-repeated"]);
    // without direction 2 1 is the link 1 2 once more
    expect(await codes("*Vertices 2\n*Edges\n1 2 5\n2 1 5\n")).toEqual(["network-undirected", "network-repeated"]);
    expect(await codes("*Vertices 2\n*Arcs\n1 2 5\n2 1 5\n")).toEqual([]);
    const twoMode = "*Vertices 3 1\n*Edges\n1 2\n1 3 2\n";
    expect(await codes(twoMode)).toContain("network-two-mode");
  });

  it.each([
    ["*Vertices 2\n*Arcs\n1 3\n", "network-node"],
    ["*Vertices 2\n*Arcs\n1\n", "network-line"],
    ["*Vertices 2\n*Arcs\n1 2 3x\n", "network-line"],
    ["*Vertices 1000000000\n*Arcs\n1 2\n", "network-size"],
    ["*Vertices 2\n*Matrix\n1 2 3\n", "network-cells"],
    ["*Vertices 2\n*Matrix\n1 2\n", "network-rows"],
    ["*Vertices 2\n*Matrix\n1 2\n*Arcs\n1 2\n", "network-rows"],
    ['*Vertices 2\n1 "a"\n1 "b"\n*Arcs\n1 2\n', "network-line"],
    ['*Vertices 2\n1 "a"\n2 "a"\n*Arcs\n1 2\n', "network-name-twice"],
    ["*Vertices 2\n", "network-none"],
  ])("refuses %j", async (text, code) => {
    expect((await refusalOf(read(text))).code).toBe(code);
  });
});

it("says that the name ends as another format's does", async () => {
  const data = await read("*Vertices 2\n*Arcs\n1 2\n", "links.csv");
  expect(data.notes?.[0]?.text.en).toBe(
    "links.csv is a Pajek network by its contents, whatever its name ends in: read as such",
  );
});
