import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { centrality } from "./centrality.ts";
import { centralityFindings } from "./centrality-findings.ts";
import { gravity } from "./gravity.ts";
import { gravityFindings } from "./gravity-findings.ts";

describe("findings of gravity", () => {
  it("name the strongest pair both ways together, and the place with the most", () => {
    // 1 x 2 / 1 = 2, 1 x 4 / 4 = 1, 2 x 4 / 16 = .5 each way: 2 of 3.5; a has 3 of 7
    const distances = { from: ["a", "a", "b"], to: ["b", "c", "c"], value: [1, 2, 4] };
    const result = gravity({ place: ["a", "b", "c"], mass: [1, 2, 4], distances }, { symmetric: true });
    expect(gravityFindings(result).map((each) => say(each))).toEqual([
      "By the gravity model, which observes no flow, the strongest tie is that of a and b, with 57.1% of all attraction.",
      "The largest share of attraction, sent and received: a, 42.9%.",
    ]);
  });
});

describe("findings of centrality", () => {
  const said = (from: string[], to: string[], value?: number[]) =>
    centralityFindings(centrality({ links: { from, to, value } }, { directed: false })).map((each) => say(each));

  it("say who is first by strength and by betweenness, together where they are one", () => {
    expect(said(["a", "b"], ["b", "c"])).toEqual([
      "Most central both by number of links and by betweenness: b.",
      "The network of 3 places hangs together in one part.",
    ]);
    // a-b is the strongest link by far, c and d carry the paths
    expect(said(["a", "b", "c", "d"], ["b", "c", "d", "e"], [9, 1, 1, 1])[0]).toBe(
      "Most central by strength of links: b; by betweenness: c.",
    );
  });

  it("name nobody where many share the first place, and count the parts", () => {
    expect(said(["a", "c"], ["b", "d"])).toEqual([
      "The network of 4 places falls into 2 parts without a link between them; paths are counted within a part.",
    ]);
  });
});
