import { randomBytes } from "node:crypto";

/** Tells this process from an earlier one that had the same number. */
export const runToken: string = randomBytes(4).toString("hex");

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
