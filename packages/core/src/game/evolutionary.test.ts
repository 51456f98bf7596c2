import { describe, expect, it } from "vitest";
import { byRungeKutta, close, playersOf, stepping } from "../../test/party-games.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import method, { evolutionary } from "./evolutionary.ts";
import type { PartyGame } from "./evolutionary-game.ts";
import { type GameTemplate, templateGame, templateSchema } from "./evolutionary-templates.ts";
import { pointName } from "./evolutionary-words.ts";
import { dynamicsOf } from "./replicator.ts";
import { pathFrom } from "./replicator-paths.ts";
import { type RestPoint, restPoints } from "./rest-points.ts";

/** Two parties by their matrices, as a textbook prints them: rows are the first party's strategies, 1 and 0. */
function bimatrix(a: readonly number[][], b: readonly number[][]): PartyGame {
  const by = (m: readonly number[][]) =>
    Float64Array.from({ length: 4 }, (_, bits) => m[1 - (bits & 1)][1 - (bits >> 1)]);
  return { players: playersOf(2), payoffs: [by(a), by(b)] };
}
const stabilitiesOf = (game: PartyGame) =>
  Object.fromEntries(restPoints(dynamicsOf(game)).points.map(({ pattern, stability }) => [pattern, stability]));

describe("by hand", () => {
  it("hawk and dove, value 2, cost 4: one side hawks, the other doves; half and half is a saddle", () => {
    // hawk against hawk (2 - 4)/2 = -1, against dove 2; dove 0 and 1
    const a = [
      [-1, 2],
      [0, 1],
    ];
    const game = bimatrix(a, [
      [-1, 0],
      [2, 1],
    ]);
    expect(stabilitiesOf(game)).toEqual({
      "00": "unstable",
      "01": "stable",
      "10": "stable",
      "11": "unstable",
      "**": "saddle",
    });
    const mixed = restPoints(dynamicsOf(game)).points.at(-1) as RestPoint;
    close(mixed.shares, [1 / 2, 1 / 2]);
    // advantage of hawk: 1 - 2y, so the slope's derivatives are -2/4 beside the diagonal
    close(
      mixed.eigenvalues.map(({ real }) => real),
      [1 / 2, -1 / 2],
    );
  });

  it("prisoner's dilemma: only mutual defection is stable, and nothing mixes", () => {
    const game = bimatrix(
      [
        [3, 0],
        [5, 1],
      ],
      [
        [3, 5],
        [0, 1],
      ],
    );
    expect(stabilitiesOf(game)).toEqual({ "00": "stable", "01": "saddle", "10": "saddle", "11": "unstable" });
    expect(restPoints(dynamicsOf(game)).points[0].eigenvalues.map(({ real }) => real)).toEqual([-1, -1]);
  });

  it("coordination: both pure agreements are stable, the mixture of 1/3 between them is a saddle", () => {
    // 2 together on the first, 1 on the second: indifferent where 2 y = 1 - y
    const matrix = [
      [2, 0],
      [0, 1],
    ];
    const game = bimatrix(matrix, matrix);
    expect(stabilitiesOf(game)).toEqual({
      "00": "stable",
      "11": "stable",
      "01": "unstable",
      "10": "unstable",
      "**": "saddle",
    });
    close((restPoints(dynamicsOf(game)).points.at(-1) as RestPoint).shares, [1 / 3, 1 / 3]);
    const { basins } = evolutionary({ game }, { starts: 400 });
    expect(basins.map(({ pattern }) => pattern)).toEqual(["11", "00"]);
    expect(basins.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  });

  it("matching pennies: nothing is stable, half and half is a centre, and a path comes back to its start", () => {
    const game = bimatrix(
      [
        [1, -1],
        [-1, 1],
      ],
      [
        [-1, 1],
        [1, -1],
      ],
    );
    const { points } = restPoints(dynamicsOf(game));
    expect(points.map(({ stability }) => stability)).toEqual(["saddle", "saddle", "saddle", "saddle", "centre"]);
    // slope of x: x (1 - x) (4 y - 2): a quarter of 4 beside the diagonal, and its negative
    expect(points[4].eigenvalues).toEqual([
      { real: 0, imaginary: 1 },
      { real: 0, imaginary: -1 },
    ]);
    // x (1 - x) y (1 - y) is kept
    const kept = ([x, y]: readonly number[]) => x * (1 - x) * y * (1 - y);
    const { points: path, end } = pathFrom(dynamicsOf(game), [0.8, 0.5], []);
    expect(end).toBeUndefined();
    expect(path.length).toBeGreaterThan(100);
    for (const { shares } of path) expect(Math.abs(kept(shares) - kept([0.8, 0.5]))).toBeLessThan(stepping);
  });

  it("three who only want to do as the next does: all alike is stable, and the middle is not", () => {
    // party i gets 1 where it plays as party i + 1 does
    const payoffs = [0, 1, 2].map((player) =>
      Float64Array.from({ length: 8 }, (_, bits) =>
        ((bits >> player) & 1) === ((bits >> ((player + 1) % 3)) & 1) ? 1 : 0,
      ),
    );
    const points = restPoints(dynamicsOf({ players: playersOf(3), payoffs })).points;
    expect(points.filter(({ stability }) => stability === "stable").map(({ pattern }) => pattern)).toEqual([
      "000",
      "111",
    ]);
    const middle = points.find(({ pattern }) => pattern === "***") as RestPoint;
    close(middle.shares, [0.5, 0.5, 0.5]);
    // x' = x (1 - x) (2 y - 1) and so on: half the roots of 1, 1/2 and (-1 ± i √3)/4
    close(
      middle.eigenvalues.map(({ real }) => real),
      [0.5, -0.25, -0.25],
    );
    close(
      middle.eigenvalues.map(({ imaginary }) => Math.abs(imaginary)),
      [0, Math.sqrt(3) / 4, Math.sqrt(3) / 4],
    );
    expect(middle.stability).toBe("saddle");
  });
});

describe("published", () => {
  it("Dawkins's battle of the sexes: paths do not end, and their mean over time is 5/6 and 5/8 (Schuster and Sigmund 1981)", () => {
    const game = bimatrix(
      [
        [2, 0],
        [5, -5],
      ],
      [
        [2, 0],
        [5, 15],
      ],
    );
    const { points } = restPoints(dynamicsOf(game));
    close(points[4].shares, [5 / 6, 5 / 8]);
    expect(points.map(({ stability }) => stability)).toEqual(["saddle", "saddle", "saddle", "saddle", "centre"]);
    // one turn: from the start until the path is next there
    const { points: path } = pathFrom(dynamicsOf(game), [0.7, 0.6], []);
    const angle = ({ shares: [x, y] }: { shares: readonly number[] }) => Math.atan2(y - 5 / 8, x - 5 / 6);
    let turned = 0;
    let [time, sums] = [0, [0, 0]];
    for (let at = 1; at < path.length && turned < 2 * Math.PI; at += 1) {
      const gone = Math.abs(((angle(path[at]) - angle(path[at - 1]) + 3 * Math.PI) % (2 * Math.PI)) - Math.PI);
      // of the last step as much as closes the turn
      const part = Math.min(1, (2 * Math.PI - turned) / gone);
      const step = part * (path[at].time - path[at - 1].time);
      sums = sums.map((sum, which) => sum + (step * (path[at].shares[which] + path[at - 1].shares[which])) / 2);
      time += step;
      turned += part * gone;
    }
    expect(turned).toBeCloseTo(2 * Math.PI, 9);
    // trapezia over points a hundredth or two apart
    close(
      sums.map((sum) => sum / time),
      [5 / 6, 5 / 8],
      1e-3,
    );
  });

  it("Nashpy's documented asymmetric dynamics of (3 2; 4 2) and (1 3; 2 4): to .41421 and .58578", () => {
    // its guide prints xs[-1] = [.41421..., .58578...] from even shares; by hand the second party's share falls as
    // 1/(1 + e^2t), the first one's logit loses the integral of that, ln 2 / 2: so 1/(1 + sqrt 2)
    const game = bimatrix(
      [
        [3, 2],
        [4, 2],
      ],
      [
        [1, 3],
        [2, 4],
      ],
    );
    const { points } = pathFrom(dynamicsOf(game), [0.5, 0.5], []);
    const last = points.at(-1)?.shares as readonly number[];
    expect(Math.abs(last[0] - 1 / (1 + Math.SQRT2))).toBeLessThan(stepping);
    expect(last[1]).toBeLessThan(stepping);
    const found = byRungeKutta(game, [0.5, 0.5], 10, 2000);
    expect(Math.abs(found[0] - 0.41421)).toBeLessThan(1e-5); // as many digits as are printed
  });
});

describe("what linear terms leave open", () => {
  it("an eigenvalue of 0 and none above is undetermined, with a word; one above 0 is enough to say no", () => {
    // the second party does not care where the first plays no
    const game = bimatrix(
      [
        [1, -1],
        [2, 2],
      ],
      [
        [1, 0],
        [3, 3],
      ],
    );
    const { points, warnings } = evolutionary({ game });
    expect(Object.fromEntries(points.map(({ pattern, stability }) => [pattern, stability]))).toEqual({
      "00": "undetermined",
      "01": "undetermined",
      "10": "unstable",
      "11": "saddle",
    });
    expect(warnings?.map(({ code }) => code)).toEqual(["undetermined", "rest-lines"]);
  });

  it("lines and surfaces of rest points are named, inside too", () => {
    const nobody = new Float64Array(8);
    const one = Float64Array.from({ length: 8 }, (_, bits) => (bits & 1 ? ((bits >> 1) & 1) - 0.5 : 0));
    const { lines } = restPoints(dynamicsOf({ players: playersOf(3), payoffs: [one, nobody, nobody] }));
    expect(lines).toContain("***");
    expect(lines).toContain("1**");
  });
});

const coordinator = (more: Partial<Record<string, unknown>> = {}): GameTemplate =>
  templateSchema.parse({
    template: "coordinator",
    benefits: [10, 12],
    costs: [6, 5],
    temptations: [7, 9],
    fund: 2,
    fine: 5,
    inspection: 3,
    blame: 4,
    merit: 1,
    ...more,
  });

describe("templates", () => {
  it("the coordinator's payoffs by hand", () => {
    const { payoffs } = templateGame(coordinator({ detection: 0.5 }));
    const at = (origin: number, destination: number, third: number) =>
      payoffs.map((own) => own[origin | (destination << 1) | (third << 2)]);
    expect(at(1, 1, 0)).toEqual([10 - 6, 12 - 5, 1]);
    expect(at(1, 1, 1)).toEqual([10 - 6 + 2, 12 - 5 + 2, 1 - 3 - 2 * 2]);
    expect(at(1, 0, 0)).toEqual([-6, 9, -4]);
    expect(at(0, 1, 1)).toEqual([7 - 0.5 * 5, -5 + 2, -3 - 2 + 0.5 * 5]);
    expect(at(0, 0, 1)).toEqual([-2.5, -2.5, -3 + 5]);
  });

  it("three governments by hand: gains with each who coordinates, a fund among two or more, poaching by who goes it alone", () => {
    const { payoffs } = templateGame({
      template: "three-governments",
      gains: [4, 5, 6],
      costs: [3, 3, 2],
      poaching: [1, 2, 1.5],
      fund: 6,
    });
    expect(payoffs.map((own) => own[7])).toEqual([8 - 3 + 2, 10 - 3 + 2, 12 - 2 + 2]);
    // the third goes it alone: it takes 1.5 from each of the two others
    expect(payoffs.map((own) => own[3])).toEqual([4 - 3 - 1.5 + 3, 5 - 3 - 1.5 + 3, 3]);
    expect(payoffs.map((own) => own[1])).toEqual([-3 - 2 - 1.5, 2, 1.5]);
    expect(payoffs.map((own) => own[0])).toEqual([0, 0, 0]);
  });

  it("two governments: who keeps it holds once fine and fund outweigh what breaking it brings", () => {
    const template = templateSchema.parse({
      template: "two-governments",
      benefits: [10, 12],
      costs: [6, 8],
      temptations: [7, 9],
    });
    // keeping while the other keeps: 10 - 6 against 7 - f, 12 - 8 against 9 - f: both from f = 5 on; breaking while the other
    // breaks: -6 against -f: until f = 6
    const { thresholds, branches, parameter } = evolutionary(
      { template },
      { vary: { parameter: "fine", from: 0, to: 10, steps: 50 } },
    );
    const told = thresholds.filter(({ before, after }) => (before === "stable") !== (after === "stable"));
    expect(told.map(({ pattern, before, after }) => [pattern, before, after])).toEqual([
      ["11", "saddle", "stable"],
      ["00", "stable", "saddle"],
    ]);
    close(
      told.map(({ value }) => value),
      [5, 6],
      1e-6,
    ); // halved to nine digits
    expect(parameter).toBe("fine");
    expect(branches.filter(({ pattern }) => pattern === "11")).toHaveLength(51);
  });

  it("a table's change columns move it: the same thresholds", () => {
    const payoffs = {
      strategy: [
        { name: "a", values: ["keep", "keep", "breach", "breach"] },
        { name: "b", values: ["keep", "breach", "keep", "breach"] },
      ],
      payoff: [
        { name: "ua", unit: "1", values: Float64Array.from([4, -6, 7, 0]) },
        { name: "ub", unit: "1", values: Float64Array.from([4, 9, -8, 0]) },
      ],
      change: [
        { name: "ca", unit: "1", values: Float64Array.from([0, 0, -1, -1]) },
        { name: "cb", unit: "1", values: Float64Array.from([0, -1, 0, -1]) },
      ],
    };
    const vary = { parameter: "fine", from: 0, to: 10, steps: 50 };
    const { thresholds } = evolutionary({ payoffs }, { shown: ["keep"], vary });
    const told = thresholds.filter(({ before, after }) => (before === "stable") !== (after === "stable"));
    close(
      told.map(({ value }) => value),
      [5, 6],
      1e-6,
    );
  });
});

describe("the result", () => {
  it("names points shortly, and says where the parties' own path goes", () => {
    const { players, paths, isFrom } = evolutionary({ template: coordinator() }, { from: [0.6, 0.6, 0.5] });
    expect(pointName(players, "111").words).toEqual({ en: "keep, keep, step in", zh: "守约、守约、介入" });
    expect(pointName(players, "11*").code).toBe("keep+keep+mix");
    expect(pointName(players.slice(0, 2), "11").words.en).toBe("both keep");
    expect(isFrom).toBe(true);
    expect(paths[0].points[0].shares).toEqual([0.6, 0.6, 0.5]);
  });

  it("tells stable points, basins and thresholds in both languages", async () => {
    const template = {
      template: "two-governments",
      benefits: [10, 12],
      costs: [6, 8],
      temptations: [7, 9],
      fine: 5.5,
    };
    const options = { from: [0.9, 0.9], vary: { parameter: "fine", from: 0, to: 10 } };
    const { findings, tables } = await invoke(method, { inputs: { template }, options }, localContext(method, 1));
    expect(findings.map(({ text }) => text.en)).toHaveLength(5);
    expect(tables.map(({ name }) => name)).toEqual([
      "equilibria",
      "parties",
      "trajectories",
      "field",
      "basins",
      "bifurcation",
      "thresholds",
    ]);
  });
});

describe("refusals", () => {
  const columns = (a: string[], b: string[], u = [1, 2, 3, 4]) => ({
    strategy: [
      { name: "a", values: a },
      { name: "b", values: b },
    ],
    payoff: [
      { name: "ua", unit: "1", values: Float64Array.from(u) },
      { name: "ub", unit: "1", values: Float64Array.from(u) },
    ],
  });
  const [y, n] = ["yes", "no"];
  it.each([
    [columns([y, y, y, n], [y, y, n, n]), "evolutionary: the combination yes, yes is there twice"],
    [columns([y, y, y, y], [y, n, y, n]), "a has one strategy (yes), expected two"],
    [columns([y, y, n, "x"], [y, n, y, n]), "a has 3 strategies (no, x, yes), expected two"],
    [columns([y, y, n], [y, n, y], [1, 2, 3]), "the combination no, no has no payoffs, expected all 4"],
    [columns([y, y, n, n], [y, n, y, n], [1, 2, Number.NaN, 4]), "ua of no, yes is NaN, expected a number"],
    [{ ...columns([y, y, n, n], [y, n, y, n]), payoff: [] }, "there are 0 columns of payoff for 2 parties"],
    [
      { strategy: [{ name: "a", values: [y, n] }], payoff: [] },
      "there are 1 columns of strategies, expected two or three",
    ],
    [columns([y, y, n, n], [y, n, y, n], [1, 1, 1, 1]), "every party gets the same from both of its strategies"],
  ])("%#: names what is wrong with payoffs", (payoffs, words) => {
    expect(() => evolutionary({ payoffs })).toThrow(words);
  });

  it("no game, two games, a start that is none, a parameter that is not there or makes no sense", () => {
    const template = coordinator();
    // a difference that roundings leave moves nobody: .1 + .2 is not .3 as doubles
    const rounded = { payoffs: columns([y, y, n, n], [y, n, y, n], [0.1 + 0.2, 0.3, 0.3, 0.3]) };
    expect(() => evolutionary(rounded)).toThrow("every party gets the same from both of its strategies");
    // products of six such payoffs are no doubles
    for (const size of [1e-300, 1e-45, 1e45, 1e300])
      expect(() => evolutionary({ payoffs: columns([y, y, n, n], [y, n, y, n], [size, 0, 0, size]) })).toThrow(
        `the largest difference that a strategy makes is ${size}, expected 1e-40 to 1e+40`,
      );
    expect(() => evolutionary({})).toThrow("no game is given, expected the input payoffs or template");
    expect(() => evolutionary({ template, payoffs: columns([y, y, n, n], [y, n, y, n]) })).toThrow(
      "expected one of the two",
    );
    expect(() => evolutionary({ template }, { from: [0.5, 2, 0] })).toThrow(
      "from is 0.5, 2, 0, expected 3 shares between 0 and 1, in the order origin, destination, coordinator",
    );
    const vary =
      (parameter: string, from = 0, to = 2) =>
      () =>
        evolutionary({ template }, { vary: { parameter, from, to } });
    expect(vary("fines")).toThrow("parameter is fines, expected one of benefits.1, benefits.2, costs.1");
    expect(vary("detection")).toThrow("detection goes to 2, which the template does not take");
    expect(vary("fine", 3, 3)).toThrow("the parameter goes from 3 to 3, expected the first below the second");
    expect(() =>
      evolutionary({ payoffs: columns([y, y, n, n], [y, n, y, n]) }, { vary: { parameter: "t", from: 0, to: 1 } }),
    ).toThrow("vary needs the columns of the role change");
    expect(() => evolutionary({ payoffs: columns([y, y, n, n], [y, n, y, n]) }, { shown: ["maybe"] })).toThrow(
      "shown names maybe, which no party plays; expected some of no, yes",
    );
    expect(() => evolutionary({ template: { ...template, parties: ["a", "a", "b"] } })).toThrow(
      "party a is there twice",
    );
  });

  it("does not mix currencies", async () => {
    const payoffs = makeTable(
      "payoffs",
      ["a", "b"],
      [
        labels("a", [y, y, n, n]),
        labels("b", [y, n, y, n]),
        numbers("ua", "yuan", [1, 2, 3, 4]),
        numbers("ub", "GBP", [1, 2, 3, 4]),
      ],
      { roles: { strategy: ["a", "b"], payoff: ["ua", "ub"], change: [] } },
    );
    await expect(invoke(method, { inputs: { payoffs } }, localContext(method, 1))).rejects.toThrow(
      "evolutionary: payoffs are in yuan and in GBP, expected one unit",
    );
  });
});
