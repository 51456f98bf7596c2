import { refusal } from "../refuse.ts";

/** One member as the directory at the end of an archive tells it. */
export interface Member {
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own head stands. */
  readonly at: number;
}

const [endMark, memberMark, headMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const [endSize, memberSize, headSize, longestComment] = [22, 46, 30, 65_535];
const [fileType, regularFile, folder, fromUnix] = [0o170000, 0o100000, 0o040000, 3];
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The members of an archive in their order. Links, passwords and names that lead out of it are refused by name. */
export function readDirectory(bytes: Uint8Array, file: string): Member[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unsound = (reason: string) => refusal("pack-unreadable", { file, reason }, { file });
  const end = findEnd(view);
  if (end === undefined) throw unsound("no directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw unsound("ZIP64");
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + memberSize > end || view.getUint32(at, true) !== memberMark)
      throw unsound(`directory, entry ${index + 1}`);
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number];
    const next = at + memberSize + lengths[0] + lengths[1] + lengths[2];
    if (next > end) throw unsound(`directory, entry ${index + 1}`);
    const name = nameOf(bytes.subarray(at + memberSize, at + memberSize + lengths[0]), file);
    const isFolder = name.endsWith("/");
    const type = (view.getUint32(at + 38, true) >>> 16) & fileType;
    const isPlain = type === 0 || type === (isFolder ? folder : regularFile);
    if (view.getUint8(at + 5) === fromUnix && !isPlain) throw refusal("pack-link", { file, member: name }, { file });
    if (view.getUint16(at + 8, true) & 1) throw refusal("pack-locked", { file, member: name }, { file });
    members.push({
      name,
      isFolder,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return members;
}

/** The packed bytes of a member, behind its own head; nothing where the head is not there. */
export function packedBytes(bytes: Uint8Array, { at, packed }: Member): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + headSize > bytes.length || view.getUint32(at, true) !== headMark) return undefined;
  const start = at + headSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + packed > bytes.length ? undefined : bytes.subarray(start, start + packed);
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    if (at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

/** A name as it stands, if it is a way down from the archive's root on every system. */
function nameOf(raw: Uint8Array, file: string): string {
  let name: string;
  try {
    name = decoder.decode(raw);
  } catch {
    throw refusal("pack-name", { file, member: Buffer.from(raw).toString("latin1") }, { file });
  }
  const parts = name.replace(/\/$/, "").split("/");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  const isOdd = /[\u0000-\u001f\u007f\\:]/.test(name);
  if (isOdd || parts.some((part) => part === "" || part === "." || part === ".." || /[ .]$/.test(part))) {
    throw refusal("pack-name", { file, member: JSON.stringify(name).slice(1, -1) }, { file });
  }
  return name;
}
