import { findColumn, type MethodResult, type Table } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import type { OutlineAnalysis } from "../../bench/outline.ts";
import { useAnswer } from "../../bench/use-bench.ts";
import { computer } from "../../compute/compute.ts";
import { tableFrom } from "../../compute/table-from.ts";

export interface Received {
  readonly method: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly roles: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
}

export interface PeerRow {
  readonly peer: string;
  readonly distance: number;
  readonly differences: readonly { readonly indicator: string; readonly difference: number }[];
}

/** What an analysis received, tables ready to read. */
export function useReceived(
  analysis: OutlineAnalysis | undefined,
): (Received & { readonly table: Table | undefined }) | undefined {
  const path =
    analysis?.key === undefined ? undefined : `/api/inputs/${encodeURIComponent(analysis.name)}?key=${analysis.key}`;
  const { value } = useAnswer<Received>(path);
  const [ready, setReady] = useState<(Received & { readonly table: Table | undefined }) | undefined>();
  useEffect(() => {
    setReady(value && { ...value, table: tableFrom(value.inputs.data) as Table | undefined });
  }, [value]);
  return ready;
}

/** The nearest places of a place, computed here over the figures that the ranking rests on. */
export function usePeers(
  received: Received | undefined,
  held: string,
  place: string | undefined,
  year: number | undefined,
): readonly PeerRow[] {
  const [result, setResult] = useState<MethodResult>();
  const data = received?.inputs.data as Table | undefined;
  useEffect(() => {
    if (received === undefined || data === undefined) return;
    let wanted = true;
    const columns = new Set(data.columns.map(({ name }) => name));
    const asked = { ...data.roles, ...received.roles.data } as Record<string, string | readonly string[]>;
    const roles = Object.fromEntries(
      Object.entries(asked).filter(
        ([role, column]) =>
          ["place", "year", "group", "indicators"].includes(role) && [column].flat().every((each) => columns.has(each)),
      ),
    );
    const task = {
      method: "hierarchy/peers",
      holds: `data of ${held}`,
      inputs: { data },
      roles: { data: roles },
      options: {},
      seed: received.seed,
    };
    computer.run(task).then(
      (told) => wanted && setResult(told),
      () => wanted && setResult(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [received, data, held]);
  if (result === undefined || place === undefined) return [];
  const peers = result.tables.find(({ name }) => name === "peers");
  const why = result.tables.find(({ name }) => name === "why");
  if (peers === undefined || why === undefined) return [];
  const column = (table: Table, name: string) => findColumn(table, name)?.values;
  const isHere = (table: Table, row: number) =>
    column(table, "place")?.[row] === place && (year === undefined || (column(table, "year")?.[row] ?? year) === year);
  const rows = (table: Table) =>
    Array.from({ length: table.rows }, (_, row) => row).filter((row) => isHere(table, row));
  return rows(peers).map((row) => {
    const rank = column(peers, "rank")?.[row];
    return {
      peer: String(column(peers, "peer")?.[row]),
      distance: Number(column(peers, "distance")?.[row]),
      differences: rows(why)
        .filter((at) => column(why, "rank")?.[at] === rank)
        .map((at) => ({
          indicator: String(column(why, "indicator")?.[at]),
          difference: Number(column(why, "difference")?.[at]),
        })),
    };
  });
}
