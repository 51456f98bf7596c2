import { type ReactNode, useEffect, useRef, useState } from "react";

/** What is worked out, and what code that takes, only once it comes near the eye; it stays from then on. */
export function WhenSeen({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (seen || current === null) return;
    const watching = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watching.observe(current);
    return () => watching.disconnect();
  }, [seen]);
  return <div ref={place}>{seen ? children : <br />}</div>;
}
