import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Canonical JSON: keys sorted, shortest doubles, gaps (`NaN`) as null, no white space. Infinity, functions and
 * objects of a class (`Map`, `Date`) are refused, because no reader could get them back.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "null";
    if (!Number.isFinite(value)) throw new Error(`canonical json: ${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (value instanceof Float64Array || value instanceof Uint32Array) {
    const infinite = value.find((each) => each === Infinity || each === -Infinity);
    if (infinite !== undefined) throw new Error(`canonical json: ${infinite} has no canonical form`);
    return JSON.stringify(Array.from(value));
  }
  if (Array.isArray(value) && value.every((each) => typeof each === "string" || each === null))
    return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((each) => canonicalJson(each === undefined ? null : each)).join(",")}]`;
  if (typeof value === "object") {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new Error(`canonical json: a ${value.constructor.name} has no canonical form`);
    }
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
  }
  throw new Error(`canonical json: a ${typeof value} has no canonical form`);
}

export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** sha256 of the canonical JSON of `value`. */
export function hashOf(value: unknown): string {
  return hashText(canonicalJson(value));
}
