/**
 * The one file of every thread beside the page, so that they share what they load, with the page too: nothing here may need one. A thread's name says what it does; what a
 * job needs comes when it is first asked.
 */
interface Job {
  take(message: unknown): void;
}

const jobs: Readonly<Record<string, () => Promise<unknown>>> = {
  method: () => import("./method-job.ts"),
  lab: () => import("./lab-job.ts"),
  site: () => import("../static/site-job.ts"),
};

const job = (jobs[self.name] as () => Promise<unknown>)() as Promise<Job>;

self.addEventListener("message", async ({ data }: MessageEvent<unknown>) => {
  (await job).take(data);
});
