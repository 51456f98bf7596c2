import type { Problem } from "@conurb/core/contract";
import { useEffect, useRef, useState } from "react";
import { askJson, Refused } from "../../../bench/ask.ts";
import type { Choices, Preview } from "./preview.ts";

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
        const preview = await askJson<Preview>(`/api/uploads/${upload}/preview`, { method: "POST", body: asked });
        if (wanted) setPreviewed({ preview, isOld: false });
      } catch (error) {
        if (!wanted) return;
        const problems = error instanceof Refused ? error.problems : [fault(error)];
        setPreviewed(({ problems: _, ...before }) => ({ ...before, isOld: true, problems }));
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

function fault(error: unknown): Problem {
  const said = String(error);
  return { code: "fault", text: { en: said, zh: said } };
}
