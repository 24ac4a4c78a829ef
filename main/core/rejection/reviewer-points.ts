/** The most points that one answer of a reviewer is taken apart into. */
export const mostPoints = 30;

const marker =
  /^[\s\u3000]*(?:[（(]?\d{1,2}[)）.、．:：]|[①-⑳]|第?[一二三四五六七八九十]{1,3}[、.．：:]|[-*•·—])\s*/u;

/**
 * A reviewer's words point by point, without their numbers: each line is a point, and each numbered point within a line.
 * A greeting and lines of fewer than four characters are none.
 */
export function reviewerPoints(words: string): readonly string[] {
  return words
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/([；;。\s])(?=(?:[（(]\d{1,2}[)）]|\d{1,2}[、．)）]|[①-⑳]))/gu, '$1\n')
    .split('\n')
    .map((line) => line.replace(marker, '').replace(/[；;。，,\s]+$/u, ''))
    .filter((line) => Array.from(line).length >= 4 && !isGreeting(line))
    .slice(0, mostPoints);
}

/** Greetings, and the sentences around the points. */
const isGreeting = (line: string): boolean =>
  (/^(尊敬的|您好|你好|亲爱的|感谢|谢谢)/u.test(line) && line.length <= 30) ||
  /(如下|以下)[^。]{0,10}[：:]$/u.test(line);
