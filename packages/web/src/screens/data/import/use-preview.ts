import type { Problem } from "@conurb/core/contract";
import { useEffect, useRef, useState } from "react";
import { askJson } from "../../../bench/ask.ts";
import { problemsOf } from "../../../bench/refused.ts";
import { type Choices, type Preview, uploadAt } from "./preview.ts";

export interface Previewed {
  /** The last reading that went through; it stands while the next is made, or where that is refused. */
  readonly preview?: Preview;
  readonly isOld: boolean;
  readonly problems?: readonly Problem[];
}

const pause = 200; // milliseconds: whoever types a unit has not typed it at its first letter

/** What the server makes of a file, whenever the choices change. */
export function usePreview(upload: string, choices: Choices): Previewed {
  const [previewed, setPreviewed] = useState<Previewed>({ isOld: true });
  const first = useRef(true);
  const asked = JSON.stringify(choices);
  useEffect(() => {
    let wanted = true;
    setPreviewed((before) => ({ ...before, isOld: true }));
    const look = async () => {
      try {
        const preview = await askJson<Preview>(uploadAt(upload, "/preview"), { method: "POST", body: asked });
        if (wanted) setPreviewed({ preview, isOld: false });
      } catch (error) {
        if (!wanted) return;
        setPreviewed((before) => ({ ...before, isOld: true, problems: problemsOf(error) }));
      }
    };
    const timer = setTimeout(look, first.current ? 0 : pause);
    first.current = false;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [upload, asked]);
  return previewed;
}
