import { type RefObject, useLayoutEffect, useState } from "react";

/** The width that an element has, followed as it changes. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      // pages are counted once: what is printed is what stood on the screen
      if (!matchMedia("print").matches) setWidth(Math.floor(entry?.contentRect.width ?? 0));
    });
    observer.observe(element);
    setWidth(Math.floor(element.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, [box]);
  return width;
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const media = matchMedia(query);
    const follow = () => setMatches(media.matches);
    media.addEventListener("change", follow);
    follow();
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return matches;
}
export const useNarrow = (): boolean => useMedia("screen and (max-width: 899px)");
