import { refusal } from "../refuse.ts";

/** Its curves and ciphers take longer to load than most commands take to check a study, and few commands seal. */
const age = () => import("age-encryption");

/** What a party keeps to itself, sealed in the age format to the keys that may open it. */

export interface KeyPair {
  /** To be kept: AGE-SECRET-KEY-1... */
  readonly secret: string;
  /** To be given away: age1... */
  readonly open: string;
}

export async function newKey(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await age();
  const secret = await generateX25519Identity();
  return { secret, open: await identityToRecipient(secret) };
}

/** Sealed files are filled up to whole blocks, one for a reservation: a file's length says nothing of what stands in it. */
const blockBytes = 4096;

export async function seal(
  text: string,
  keys: readonly { readonly party: string; readonly open: string }[],
): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(blockBytes * Math.max(1, Math.ceil(bytes.length / blockBytes))).fill(0x20); // spaces, which JSON ignores
  padded.set(bytes);
  const encrypter = new (await age()).Encrypter();
  for (const { party, open } of keys) {
    try {
      encrypter.addRecipient(open);
    } catch {
      throw refusal("private-key-public", { party });
    }
  }
  return encrypter.encrypt(padded);
}

const firstLine = "age-encryption.org/v1\n";

/** The text of a sealed file. A wrong key, a file cut short and one that was never sealed are told apart. */
export async function unseal(bytes: Uint8Array, secret: string, file: string): Promise<string> {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, firstLine.length));
  if (!firstLine.startsWith(begin)) throw refusal("private-not-sealed", { file }, { file });
  if (begin.length < firstLine.length) throw refusal("private-truncated", { file }, { file });
  const decrypter = new (await age()).Decrypter();
  try {
    decrypter.addIdentity(secret);
  } catch {
    throw refusal("private-key-unreadable", { file }, { file });
  }
  try {
    return (await decrypter.decrypt(bytes, "text")).trimEnd();
  } catch (error) {
    // the library's own message is not passed on
    const code = isWrongKey(error) ? "private-wrong-key" : "private-truncated";
    throw refusal(code, { file }, { file });
  }
}

const isWrongKey = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith("no identity matched");

/** The key in a file as key programs write it: one line, comments before it. */
export function keyIn(text: string, file: string): string {
  const line = text.split(/\r?\n/).find((each) => /^AGE-SECRET-KEY-(PQ-)?1/i.test(each.trim()));
  if (line === undefined) throw refusal("private-key-unreadable", { file }, { file });
  return line.trim();
}

export async function openKeyOf(secret: string, file: string): Promise<string> {
  try {
    return await (await age()).identityToRecipient(secret);
  } catch {
    throw refusal("private-key-unreadable", { file }, { file });
  }
}
