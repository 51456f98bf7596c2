import { expect, it } from "vitest";
import { parse } from "yaml";
import { calledClusters, namedClusters, withOwnCluster } from "./cluster-edit.ts";

const members = ["110000", "120000"];

it("puts a cluster with members of one's own choice in place of those that are named, comments untouched", () => {
  const text = withOwnCluster(
    "# why\ncluster: jing-jin-ji@2015 # of the atlas\nseed: 1\n",
    "own",
    "Two cities",
    members,
  );
  expect(parse(text)).toEqual({ cluster: { own: { title: "Two cities", members } }, seed: 1 });
  expect(text).toContain("# why\n");
  expect(namedClusters(text)).toBeUndefined();
});

it("gives a study that names none one, and changes one of several without touching the others", () => {
  expect(parse(withOwnCluster("seed: 1\n", "own", "A", members)).cluster.own.members).toEqual(members);
  const two = "cluster:\n  a: { title: A, members: [x] }\n  b: { title: B, members: [y] }\n";
  expect(parse(withOwnCluster(two, "b", { en: "B", zh: "乙" }, members)).cluster).toEqual({
    a: { title: "A", members: ["x"] },
    b: { title: { en: "B", zh: "乙" }, members },
  });
});

it("calls every cluster that is named, also one that no run has come to yet or that nobody knows", () => {
  const cluster = (id: string, edition: string, zh: string) => ({ id, edition, short: { en: id, zh } });
  const groups = [cluster("yrd", "2019", "长三角")];
  const atlas = [cluster("yrd", "2019", "长三角（名录）"), cluster("jjj", "2015", "京津冀")];
  const called = calledClusters(["yrd", "jjj@2015", "prd@2008"], groups, atlas);
  expect(called.map(({ name, short }) => [name, short.zh])).toEqual([
    ["yrd", "长三角"],
    ["jjj@2015", "京津冀"],
    ["prd@2008", "prd@2008"],
  ]);
});
