import "./dialog.css";
import { type ReactNode, type RefObject, useId } from "react";
import { useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";

interface DialogProps {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly children: ReactNode;
  /** In place of one that closes. */
  readonly ends?: ReactNode;
  readonly className?: string;
  /** It opens at its head, to be read; so does one that only closes. */
  readonly isRead?: boolean;
  /** However it was closed, by Escape too. */
  readonly onClose?: () => void;
}

/** A dialog that is read opens at its head: without this its only button is what the browser scrolls to. */
const opensAtHead = { tabIndex: -1, ref: (head: HTMLElement | null) => head?.setAttribute("autofocus", "") };

export function Dialog({ ref, title, children, ends, className, isRead = ends === undefined, onClose }: DialogProps) {
  const say = useSay(shellWords);
  const id = useId();
  return (
    <dialog ref={ref} className={className} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} {...(isRead ? opensAtHead : {})}>
        {title}
      </h2>
      {children}
      <div className="ends">
        {ends ?? (
          <button type="button" className="button" onClick={() => ref.current?.close()}>
            {say("close")}
          </button>
        )}
      </div>
    </dialog>
  );
}
