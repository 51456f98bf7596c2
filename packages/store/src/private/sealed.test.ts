import { describe, expect, it } from "vitest";
import { keyIn, newKey, openKeyOf, seal, unseal } from "./sealed.ts";

const secretText = '{"party":"a","reservation":"123456789.01","chance":"80%"}';
const code = (work: Promise<unknown>) =>
  work.then(
    () => "opened",
    (error: { code?: string }) => error.code,
  );

describe("a sealed file", () => {
  it("is opened by each key it is sealed to, and by no other", async () => {
    const [own, mediator, other] = await Promise.all([newKey(), newKey(), newKey()]);
    const bytes = await seal(secretText, [
      { party: "a", open: own.open },
      { party: "mediator", open: mediator.open },
    ]);
    expect(await unseal(bytes, own.secret, "a.age")).toBe(secretText);
    expect(await unseal(bytes, mediator.secret, "a.age")).toBe(secretText);
    expect(await code(unseal(bytes, other.secret, "a.age"))).toBe("private-wrong-key");
  });

  it("cut short anywhere is named as such and nothing of it is read", async () => {
    const own = await newKey();
    const bytes = await seal(secretText, [{ party: "a", open: own.open }]);
    for (const length of [5, 30, 100, 180, 220, bytes.length - 1]) {
      expect(await code(unseal(bytes.subarray(0, length), own.secret, "a.age"))).toBe("private-truncated");
    }
    const changed = bytes.slice();
    changed[changed.length - 20] ^= 1;
    expect(await code(unseal(changed, own.secret, "a.age"))).toBe("private-truncated");
  });

  it("that was never sealed is told from one that is damaged", async () => {
    const own = await newKey();
    expect(await code(unseal(new TextEncoder().encode(secretText), own.secret, "a.age"))).toBe("private-not-sealed");
  });

  it("says nothing by its length", async () => {
    const { open } = await newKey();
    const sizes = await Promise.all(
      ["1", secretText].map(async (text) => (await seal(text, [{ party: "a", open }])).length),
    );
    expect(sizes[0]).toBe(sizes[1]);
    // what a mediator may see of many drafts is longer than a block, and comes back whole
    const own = await newKey();
    const long = "7".repeat(5000);
    expect(await unseal(await seal(long, [{ party: "mediator", open: own.open }]), own.secret, "m.age")).toBe(long);
  });

  it("is refused where a key is none", async () => {
    expect(await code(seal("1", [{ party: "a", open: "age1nonsense" }]))).toBe("private-key-public");
    expect(() => keyIn("# nothing here", "key.txt")).toThrow(/key\.txt holds no key/);
    const { secret, open } = await newKey();
    expect(keyIn(`# public key: ${open}\n${secret}\n`, "key.txt")).toBe(secret);
    expect(await openKeyOf(secret, "key.txt")).toBe(open);
    expect(await code(openKeyOf("AGE-SECRET-KEY-1X", "key.txt"))).toBe("private-key-unreadable");
  });
});
