/**
 * The one file of every thread beside the page, so that they share what they load, with the page too: nothing here may need one. A
 * thread's name says what it does; what a job needs comes when it is first asked.
 */
interface Job {
  take(message: unknown): void | Promise<void>;
}

const jobs: Readonly<Record<string, () => Promise<unknown>>> = {
  method: () => import("./method-job.ts"),
  lab: () => import("./lab-job.ts"),
  site: () => import("../static/site-job.ts"),
};

const job = (jobs[self.name] as () => Promise<unknown>)() as Promise<Job>;

// what fails in a thread without an answer would leave whoever asked waiting: the page hears of errors, and not of broken promises
self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  job.then((each) => each.take(data)).catch(reportError);
});

export {};
