import type { MessagePort } from "node:worker_threads";
import { findMethod } from "@conurb/core/catalogue";
import { type AnyMethod, invoke, type Kernel, localContext } from "@conurb/core/contract";
import type { Call } from "@conurb/core/study";
import { type Answer, answerOf } from "./study/wire-error.ts";

/** One job for a thread: a whole call, or one job of a method's kernel. */
export type Task =
  | { readonly kind: "call"; readonly call: Call; readonly progress: MessagePort }
  | { readonly kind: "kernel"; readonly method: string; readonly kernel: string; readonly job: unknown };

export default async function work(task: Task): Promise<Answer> {
  if (task.kind === "kernel") {
    const method = await methodOf(task.method);
    const kernel = method.kernels?.[task.kernel] as Kernel;
    return answerOf(() => kernel(task.job as never));
  }
  const { call, progress } = task;
  const method = await methodOf(call.method);
  try {
    const report = (done: number, total: number) => progress.postMessage({ done, total });
    return await answerOf(() => invoke(method, call, localContext(method, call.seed, { progress: report })));
  } finally {
    progress.close();
  }
}

async function methodOf(id: string): Promise<AnyMethod> {
  const method = await findMethod(id);
  if (method === undefined) throw new Error(`no method ${id}`);
  return method;
}
