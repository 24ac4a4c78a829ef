import type { ContentType } from '../../contract/files.ts';

/** The picture types that are decoded; sharp would also take SVG and others, which nothing here hands to it. */
export const decodedTypes = ['png', 'jpeg', 'gif', 'webp', 'tiff'] as const satisfies readonly ContentType[];
/** One of them. */
export type DecodedType = (typeof decodedTypes)[number];

/** Whether files of a type are decoded. */
export const isDecodedType = (type: ContentType): type is DecodedType =>
  decodedTypes.some((one) => one === type);
