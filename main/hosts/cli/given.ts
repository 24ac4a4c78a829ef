/** The words and options that a command was given, already checked against what it takes. */
export interface Given {
  /** The word named so in the command's specification; undefined when an optional one was left out. */
  word(name: string): string | undefined;
  /** A required word. */
  requiredWord(name: string): string;
  /** All words of a repeated one. */
  words(name: string): readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}

/** Makes a Given from what parsing found. */
export function createGiven(
  words: ReadonlyMap<string, readonly string[]>,
  options: ReadonlyMap<string, readonly string[]>,
): Given {
  const given: Given = {
    word: (name) => words.get(name)?.[0],
    requiredWord(name) {
      const word = given.word(name);
      if (word === undefined) throw new Error(`The command declares no required word ${name}`);
      return word;
    },
    words: (name) => words.get(name) ?? [],
    text: (option) => options.get(option)?.at(-1),
    texts: (option) => options.get(option) ?? [],
    flag: (option) => options.has(option),
  };
  return given;
}
