import type { MethodResult, Table } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import { askJson } from "../../bench/ask.ts";
import type { OutlineAnalysis } from "../../bench/outline.ts";
import { useFetched } from "../../bench/use-bench.ts";
import { computer } from "../../compute/compute.ts";
import { tableFrom } from "../../compute/table-from.ts";
import { type PeerRow, peerRows } from "./peer-rows.ts";

export interface Received {
  readonly method: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly roles: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly seed: number;
}

/** What an analysis received, its data ready to read. */
export interface ReadyInputs extends Received {
  /** Of which result: while those of another are on their way, the last stand. */
  readonly of: string;
  readonly table: Table | undefined;
}

export function useReceived(analysis: OutlineAnalysis | undefined): ReadyInputs | undefined {
  const path =
    analysis?.key === undefined ? undefined : `/api/inputs/${encodeURIComponent(analysis.name)}?key=${analysis.key}`;
  return useFetched<ReadyInputs>(path, async (of) => {
    const value = await askJson<Received>(of);
    return { ...value, of, table: tableFrom(value.inputs.data) as Table | undefined };
  }).value;
}

/** The nearest places of a place, computed here over the figures that the ranking rests on. */
export function usePeers(
  received: ReadyInputs | undefined,
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
      holds: `data of ${received.of}`,
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
  }, [received, data]);
  return result === undefined || place === undefined ? [] : peerRows(result, place, year);
}
