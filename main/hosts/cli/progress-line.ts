import type { Progress } from '../../contract/api.ts';
import { displayWidth } from './display-width.ts';
import { plain } from './page.ts';
import type { Stream } from './stream.ts';

/** A line that says how far long work has come and rewrites itself; silent where the stream is not a terminal. */
export function createProgressLine(stream: Stream): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  let shown = false;
  return {
    show({ done, total, label }) {
      if (!stream.isTerminal) return;
      const width = (stream.columns ?? 80) - 1;
      let text = `${total > 0 ? `${Math.floor((done / total) * 100)}% ` : ''}${plain(label).replaceAll('\n', ' ')}`;
      while (displayWidth(text) > width) text = text.slice(0, -1);
      stream.write(`\r\u001b[2K${text}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
