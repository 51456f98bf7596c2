import { findColumn, type MethodResult, type Table } from "@conurb/core/contract";

export interface PeerRow {
  readonly peer: string;
  readonly distance: number;
  /** By indicator: standard deviations by which the peer lies above; what one of the two has no figure for is not here. */
  readonly differences: Readonly<Record<string, number>>;
}

/** What the method says of one place in one year. */
export function peerRows(result: MethodResult, place: string, year: number | undefined): readonly PeerRow[] {
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
      differences: Object.fromEntries(
        rows(why)
          .filter((at) => column(why, "rank")?.[at] === rank)
          .map((at) => [String(column(why, "indicator")?.[at]), Number(column(why, "difference")?.[at])]),
      ),
    };
  });
}
