import { useSay } from "../../language/language.ts";
import { accountWords } from "./account-words.ts";

const fates = ["read", "flagged", "explained", "missing", "refused", "head", "title", "note", "left", "empty"] as const;

interface AccountProps {
  readonly account: Readonly<Record<string, number>>;
  readonly missingAs: Readonly<Record<string, number>>;
}

/** What became of every cell of a file, as a sum that can be checked: read + flagged + … = cells. */
export function Account({ account, missingAs }: AccountProps) {
  const say = useSay(accountWords);
  const always = new Set<string>(["read", "flagged", "refused"]);
  const parts = fates.filter((fate) => (account[fate] ?? 0) > 0 || always.has(fate));
  const cells = account.cells ?? 0;
  const marks = Object.entries(missingAs).sort(([, a], [, b]) => b - a);
  return (
    <div className="account">
      <div className="account-bar" aria-hidden="true">
        {parts.map((fate) => (
          <i key={fate} className={`fate-${fate}`} style={{ flexGrow: account[fate] ?? 0 }} />
        ))}
      </div>
      <dl>
        {parts.map((fate) => (
          <div key={fate} className={fate === "refused" && (account[fate] ?? 0) > 0 ? "is-refused" : undefined}>
            <dt>
              <i className={`fate-${fate}`} aria-hidden="true" /> {say(fate)}
            </dt>
            <dd>{(account[fate] ?? 0).toLocaleString("en-GB")}</dd>
          </div>
        ))}
        <div className="account-sum">
          <dt>= {say("cells")}</dt>
          <dd>{cells.toLocaleString("en-GB")}</dd>
        </div>
      </dl>
      <p className="quiet">
        {say("sum")}{" "}
        {marks.length > 0 && say("missingAs", { marks: marks.map(([mark, n]) => `${mark} × ${n}`).join(", ") })}
      </p>
    </div>
  );
}
