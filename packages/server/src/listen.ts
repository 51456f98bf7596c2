import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { newToken } from "./access.ts";
import { type AppOptions, openApp } from "./app.ts";

export interface ListenOptions extends Omit<AppOptions, "token" | "port"> {
  /** 0, or left out, for any that is free. */
  readonly port?: number;
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

export async function listen({ port: asked = 0, ...options }: ListenOptions): Promise<Listening> {
  const token = newToken();
  let port = asked;
  const { app, close } = openApp({ ...options, token, port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(asked, loopback, () => {
      server.off("error", reject);
      resolve();
    });
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    token,
    address: `http://${loopback}:${port}/?token=${token}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeAllConnections" in server) server.closeAllConnections();
      await Promise.all([closed, close()]);
    },
  };
}
