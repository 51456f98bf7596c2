import { Link } from "wouter";
import type { Outline } from "../../bench/outline.ts";
import { useSay } from "../../language/language.ts";
import { useAddress } from "../../shell/address.ts";
import { RailPart } from "../../shell/page.tsx";
import { answering } from "./basis.ts";
import { type Panel, panels } from "./panels.ts";
import { words } from "./words.ts";

export const screen = "structure";
export const families = ["structure"];

/** A panel's address is that of the study's view which answers it, so that its files answer there too; else its own name. */
export function addressOf(outline: Outline, panel: Panel): string {
  const own = panel.id === "one-industry" ? undefined : answering(outline, panel);
  return own === undefined ? panel.id : own.name;
}

export function panelAt(outline: Outline, view: string | undefined): Panel | undefined {
  return view === undefined
    ? panels[0]
    : panels.find((panel) => view === panel.id || view === addressOf(outline, panel));
}

export function Questions({ outline, chosen }: { readonly outline: Outline; readonly chosen?: Panel }) {
  const say = useSay(words);
  const address = useAddress();
  return (
    <RailPart title={say("questions")} chip={chosen && say(chosen.title)}>
      {panels.map((panel) => (
        <Link
          key={panel.id}
          className="opt"
          aria-current={panel === chosen}
          href={address.to(`/${screen}/${addressOf(outline, panel)}`)}
        >
          <span>{say(panel.title)}</span>
        </Link>
      ))}
    </RailPart>
  );
}
