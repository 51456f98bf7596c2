import { useEffect, useState } from "react";
import { copied } from "./copy.ts";

interface CopyKeyProps {
  readonly text: () => string;
  /** What it does, that it was done, and how to do it by hand where the browser does not let it. */
  readonly words: { readonly copy: string; readonly copied: string; readonly notCopied: string };
  readonly className?: string;
}

const told = 3000; // milliseconds that its outcome stands

/** A key that puts a text on the clipboard, and says whether it is there. */
export function CopyKey({ text, words, className }: CopyKeyProps) {
  const [outcome, setOutcome] = useState<"copied" | "notCopied">();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), told);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <button
      type="button"
      className={className}
      aria-live="polite"
      onClick={async () => setOutcome((await copied(text())) ? "copied" : "notCopied")}
    >
      {words[outcome ?? "copy"]}
    </button>
  );
}
