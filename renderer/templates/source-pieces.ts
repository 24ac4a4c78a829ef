/** A stretch of a line of a template, by what it is. */
export interface SourcePiece {
  readonly kind: 'text' | 'variable' | 'tag' | 'container' | 'heading' | 'front';
  readonly text: string;
}

const tags = /(\{\{.*?\}\}|\{%.*?%\})/;

/** The lines of a template with variables, tags, headings and containers told apart, for colours. */
export function sourceLines(text: string): readonly (readonly SourcePiece[])[] {
  let isFront = text.startsWith('---');
  return text.split('\n').map((line, index) => {
    if (isFront) {
      if (index > 0 && line.trim() === '---') isFront = false;
      return [{ kind: 'front', text: line }];
    }
    if (/^\s*:::/.test(line)) return [{ kind: 'container', text: line }];
    const plain = /^#{1,5}\s/.test(line) ? ('heading' as const) : ('text' as const);
    return line
      .split(tags)
      .filter((piece) => piece !== '')
      .map((piece): SourcePiece => {
        if (piece.startsWith('{{')) return { kind: 'variable', text: piece };
        return { kind: piece.startsWith('{%') ? 'tag' : plain, text: piece };
      });
  });
}
