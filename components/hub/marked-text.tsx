type MarkedTextProps = { text: string; marks: [start: number, end: number][] };

/** A text with what a search found in it marked; `marks` are places in the text, in order. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  let end = 0;
  const pieces = marks.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [
      <span key={`${from}-`}>{before}</span>,
      <mark key={from} className="rounded-sm bg-warning-soft px-0.5 font-medium text-foreground">
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
}
