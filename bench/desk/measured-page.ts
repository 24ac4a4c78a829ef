import type { Page } from 'playwright';

/** The middle one of several numbers. */
export const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** What a scroll of `steps` frames was like: its frames over 50 ms, the longest of them, and the page's long tasks, in ms. */
export interface Scrolled {
  readonly slowFrames: number;
  readonly longestFrameMs: number;
  readonly longTasks: number;
  readonly longestTaskMs: number;
}

/** Scrolls the page by `stepPx` a frame, as a held key or a flick does. */
export const scrollBy = (page: Page, stepPx: number, steps: number): Promise<Scrolled> =>
  page.evaluate(
    async ([px, count]) => {
      const tasks: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      });
      observer.observe({ entryTypes: ['longtask'] });
      const frames: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let step = 0; step < count; step += 1) {
        window.scrollBy(0, px);
        const now = await new Promise<number>(requestAnimationFrame);
        frames.push(now - last);
        last = now;
      }
      await new Promise((done) => setTimeout(done, 100));
      observer.disconnect();
      return {
        slowFrames: frames.filter((ms) => ms > 50).length,
        longestFrameMs: Math.max(...frames),
        longTasks: tasks.length,
        longestTaskMs: Math.max(0, ...tasks),
      };
    },
    [stepPx, steps] as const,
  );

/** Types characters one by one into what has the focus; each key's time until its picture was drawn, in ms. */
export async function keysToPaint(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          // A message after the frame comes when it has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - start), { once: true });
          port1.start();
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  // Safe: the script above put numbers there.
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
}

/** Calls a method of the API from the page, as the app does; the whole way there and back, in ms, and the answer. */
export const callFrom = <T>(
  page: Page,
  name: string,
  input: object,
): Promise<{ readonly ms: number; readonly result: T }> =>
  page.evaluate(
    async ([method, given]) => {
      const start = performance.now();
      const response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
        body: JSON.stringify({ name: method, input: given, language: 'zh' }),
      });
      const lines = (await response.text()).trim().split('\n');
      const last: unknown = JSON.parse(lines.at(-1) ?? '');
      const ms = performance.now() - start;
      if (typeof last !== 'object' || last === null || !('result' in last)) throw new Error(lines.at(-1));
      // Safe: the host parsed it with the schema of the method that was named.
      return { ms, result: last.result as never };
    },
    [name, input] as const,
  );
