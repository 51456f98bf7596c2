/** A text in which `names of the study file` stand between backticks: these are set as code. */
export function Coded({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <code key={at} className="mono">
        {part}
      </code>
    ),
  );
}
