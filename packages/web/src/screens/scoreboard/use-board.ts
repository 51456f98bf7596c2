import type { Table } from "@conurb/core/contract";
import { newestYear, shownGroup } from "@conurb/figures";
import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import { siteData } from "../../bench/site-data.ts";
import { useAnswer, useResult } from "../../bench/use-bench.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { useAddress } from "../../shell/address.ts";
import { headcount, narrowed, type Row, type rankings, rowsOf, withSize, yearsIn } from "./board-data.ts";
import { usePeers, useReceived } from "./use-peers.ts";

const mostPeers = 5;
const emptyTable: Table = { name: "", rows: 0, key: [], columns: [] };

/** What the address asks to see of a ranking: cluster, year, place and its peers, with the tables that figures are drawn from. */
export function useBoard(outline: Outline, { analysis, view }: ReturnType<typeof rankings>[number]) {
  const address = useAddress();
  const result = useResult(analysis);
  const shownWhole = result?.tables.find(({ name }) => name === view.table);
  const years = useMemo(() => yearsIn(shownWhole ?? emptyTable, view), [shownWhole, view]);
  const year =
    years.length === 0
      ? undefined
      : (years.find((each) => String(each) === address.get("year")) ??
        newestYear(shownWhole ?? emptyTable, [view.score, view.rank]) ??
        years.at(-1));
  const group = shownGroup(outline.groups, address.get("cluster"));
  const there = useMemo(
    () => new Set(rowsOf(shownWhole ?? emptyTable, view).map(({ place }) => place)),
    [shownWhole, view],
  );
  // a municipality is a province too: two of thirteen members are no ranking of the cluster
  const isOfGroup =
    group !== undefined && 2 * group.members.filter((code) => there.has(code)).length >= group.members.length;
  const members = isOfGroup ? group.members : undefined;

  const counted = headcount(outline)?.column;
  const sizes = useSizes(outline);
  const tables = useMemo(() => {
    if (result === undefined) return undefined;
    const cut = narrowed(result, members, year);
    const shown = cut[view.table] as Table;
    return { ...cut, [view.table]: withSize(shown, sizes, counted) };
  }, [result, members, year, view, sizes, counted]);
  const whole = useMemo(() => (result === undefined ? {} : narrowed(result, undefined, year)), [result, year]);
  const rows = useMemo(() => (tables === undefined ? [] : rowsOf(tables[view.table] as Table, view)), [tables, view]);

  const selected = address.get("place");
  // on a site the passport of a number takes a run in the reader's browser: it waits until somebody asks for one
  const usual = siteData === undefined ? firstOf(rows, members) : undefined;
  const place = rows.find((row) => row.place === selected)?.place ?? usual;
  const received = useReceived(analysis);
  const near = usePeers(received, place, year).slice(0, mostPeers);
  const set = outline.indicators.find(({ name }) => name === analysis.inputs.data?.name);
  const compared = set?.leaves.map(({ id }) => id) ?? [
    ...new Set(near.flatMap(({ differences }) => Object.keys(differences))),
  ];
  const peerList = near.map(({ peer }) => peer).join(" ");
  const peers = useMemo(() => (peerList === "" ? [] : peerList.split(" ")), [peerList]);
  const scores = useMemo(
    () => new Map(rowsOf(whole[view.table] ?? emptyTable, view).map((row) => [row.place, row.score])),
    [whole, view],
  );
  const context = useMemo(
    () => ({
      ...outline.names,
      tables: tables ?? {},
      whole,
      ...(members === undefined ? {} : { members }),
      ...(place === undefined ? {} : { selected: [place] }),
      peers,
    }),
    [outline, tables, whole, members, place, peers],
  );
  const trendContext = useMemo(() => {
    const cut = result === undefined || years.length < 2 ? {} : narrowed(result, members, undefined);
    return { ...context, ...(year === undefined ? {} : { year }), tables: cut, whole: cut };
  }, [result, members, years, year, context]);
  return {
    tables,
    rows,
    years,
    year,
    place,
    received,
    near,
    indicators: compared,
    peers,
    scores,
    context,
    trendContext,
    /** Of the cluster, or of all that is ranked. */
    total: members?.length ?? rows.length,
    field: there.size,
    draws: Number(result?.scalars.draws ?? 0),
  };
}

export type Board = ReturnType<typeof useBoard>;

/** Whose numbers stand there until one is picked: the cluster's first member, its core city; else who comes first. */
function firstOf(rows: readonly Row[], members: readonly string[] | undefined): string | undefined {
  return (
    members?.find((code) => rows.some(({ place, rank }) => place === code && Number.isFinite(rank))) ?? rows[0]?.place
  );
}

/** How many people live where, from the study's own indicators. */
function useSizes(outline: Outline): Table | undefined {
  const set = headcount(outline)?.set;
  const { value } = useAnswer<Table>(
    set === undefined ? undefined : `/api/tables/${encodeURIComponent(set)}?run=${outline.lock}`,
  );
  return useMemo(() => (value === undefined ? undefined : (tableFrom(value) as Table)), [value]);
}
