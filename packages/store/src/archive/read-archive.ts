import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { refusal } from "../refuse.ts";
import { type Member, packedBytes, readDirectory } from "./directory.ts";

export interface ArchiveLimits {
  readonly members: number;
  /** Of one member, unpacked. */
  readonly memberBytes: number;
  /** Of all members, unpacked. */
  readonly bytes: number;
}

const usual: ArchiveLimits = { members: 20_000, memberBytes: 256e6, bytes: 1e9 };
const [stored, deflated] = [0, 8];
const chunk = 1 << 16;

/**
 * The files of an archive by name, each held against its size and checksum. Refused by name, before anything is unpacked:
 * names that lead out, links, passwords, two members of one name, more than the limits; and damaged members.
 */
export function readArchive(bytes: Uint8Array, file: string, limits: ArchiveLimits = usual): Map<string, Uint8Array> {
  const members = readDirectory(bytes, file);
  refuseLarge(members, file, limits);
  refuseTwins(members, file);
  const files = members.filter(({ isFolder }) => !isFolder);
  return new Map(files.map((member) => [member.name, contentOf(bytes, member, file)]));
}

function refuseLarge(members: readonly Member[], file: string, limits: ArchiveLimits): void {
  const megabytes = (size: number) => (size / 1e6).toFixed(1);
  const tooLarge = (member: string, size: number, limit: number) =>
    refusal("pack-too-large", { file, member, size: megabytes(size), limit: megabytes(limit) }, { file });
  if (members.length > limits.members)
    throw refusal("pack-too-many", { file, members: members.length, limit: limits.members }, { file });
  for (const { name, size } of members) if (size > limits.memberBytes) throw tooLarge(name, size, limits.memberBytes);
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) throw tooLarge(file, total, limits.bytes);
}

/** Two names that some system takes for one, or a file that another member takes for its folder. */
function refuseTwins(members: readonly Member[], file: string): void {
  const seen = new Set<string>();
  const plain = (name: string) => name.replace(/\/$/, "").normalize("NFC").toLowerCase();
  for (const { name } of members) {
    if (seen.has(plain(name))) throw refusal("pack-name-twice", { file, member: name }, { file });
    seen.add(plain(name));
  }
  const files = new Set(members.filter(({ isFolder }) => !isFolder).map(({ name }) => plain(name)));
  for (const { name } of members) {
    const parts = plain(name).split("/");
    const above = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
    if (above.some((folder) => files.has(folder))) throw refusal("pack-name-twice", { file, member: name }, { file });
  }
}

function contentOf(bytes: Uint8Array, member: Member, file: string): Uint8Array {
  const { name, method, size, crc } = member;
  const damaged = (reason: string) => refusal("pack-damaged", { file, member: name, reason }, { file });
  if (method !== stored && method !== deflated) throw refusal("pack-method", { file, member: name, method }, { file });
  const packed = packedBytes(bytes, member);
  if (packed === undefined) throw damaged("no head");
  const content = method === stored ? packed : inflated(packed, size);
  if (content === undefined || content.length !== size) throw damaged(`size, expected ${size}`);
  if (crc32(content) !== crc) throw damaged("CRC-32");
  return content;
}

/** The unpacked bytes; nothing where they are not sound, or more than the directory says, however they came to be more. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((part) => {
    if (length + part.length <= size) content.set(part, length);
    length += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += chunk) {
      inflate.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
      if (length > size) return undefined;
    }
  } catch {
    return undefined;
  }
  return length === size ? content : undefined;
}
