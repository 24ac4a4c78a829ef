interface MarkedTextProps {
  readonly text: string;
  /** In UTF-16 units, in order, apart from each other. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** A text with the stretches marked in which the search found its words. */
export function MarkedText({ text, spans }: MarkedTextProps) {
  const pieces = spans.flatMap(({ start, end }, index) => [
    { at: spans[index - 1]?.end ?? 0, text: text.slice(spans[index - 1]?.end ?? 0, start), isMarked: false },
    { at: start, text: text.slice(start, end), isMarked: true },
  ]);
  const last = spans.at(-1)?.end ?? 0;
  return (
    <>
      {pieces.map((piece) =>
        piece.isMarked ? (
          <mark key={`m${piece.at}`}>{piece.text}</mark>
        ) : (
          <span key={piece.at}>{piece.text}</span>
        ),
      )}
      {text.slice(last)}
    </>
  );
}
