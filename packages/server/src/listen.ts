import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { newToken } from "./access.ts";
import { type AppOptions, openApp } from "./app.ts";

export interface ListenOptions extends Omit<AppOptions, "token" | "port"> {
  /** 0, or left out, for any that is free. */
  readonly port?: number;
  /** The address to listen at; this machine alone unless a team is let in. */
  readonly at?: string;
}

export interface Listening {
  readonly port: number;
  readonly token: string;
  /** The address that opens the workbench, with its token. */
  readonly address: string;
  close(): Promise<void>;
}

/** On this machine alone: no other can reach it. */
const loopback = "127.0.0.1";

export async function listen({ port: asked = 0, at = loopback, ...options }: ListenOptions): Promise<Listening> {
  if (at !== loopback && options.team === undefined)
    throw new Error("listen: nobody may be let in without being asked");
  const token = newToken();
  let port = asked;
  const { app, close } = openApp({ ...options, token, port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(asked, at, () => {
      server.off("error", reject);
      resolve();
    });
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    token,
    address: `http://${openedAt(at)}:${port}/?token=${token}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeAllConnections" in server) server.closeAllConnections();
      await Promise.all([closed, close()]);
    },
  };
}

/** Where this machine itself opens what listens at an address: one that means all of them is none. */
function openedAt(at: string): string {
  if (at === "0.0.0.0" || at === "::") return loopback;
  return at.includes(":") ? `[${at}]` : at;
}
