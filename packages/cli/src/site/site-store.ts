import { canonicalJson, type Table } from "@conurb/core/contract";
import { sha256Bytes } from "@conurb/store";

const encoder = new TextEncoder();

/** The data of a site while it is made: texts by the names of their files. */
export interface SiteStore {
  readonly texts: ReadonlyMap<string, string>;
  put(name: string, value: unknown): void;
  putText(name: string, text: string): void;
  /** A table in a file of its own, named by what it holds: one that several share lies there once. */
  putTable(table: Table): string;
  read(name: string): Promise<unknown>;
}

export function siteStore(): SiteStore {
  const texts = new Map<string, string>();
  const textOf = (value: unknown) => `${canonicalJson(value)}\n`;
  return {
    texts,
    put: (name, value) => void texts.set(name, textOf(value)),
    putText: (name, text) => void texts.set(name, text),
    putTable: (table) => {
      const text = textOf(table);
      const name = `tables/${table.name}.${sha256Bytes(encoder.encode(text)).slice(0, 12)}.json`;
      texts.set(name, text);
      return name;
    },
    read: async (name) => JSON.parse(texts.get(name) as string) as unknown,
  };
}

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
