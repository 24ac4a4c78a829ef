import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packageFile } from '../package-file.ts';

/** Pixels of a HEIC photograph: RGBA rows, the right way up. */
export interface HeifPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** Phones make 12 to 50 million pixels; decoding takes nine bytes for each. */
const mostPixels = 64_000_000;

/** What of libheif's module is used. */
interface Libheif {
  readonly HEAPU8: Uint8Array;
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown };
  readonly heif_channel: { readonly heif_channel_interleaved: unknown };
  readonly HeifDecoder: new () => HeifDecoder;
  heif_context_free(context: unknown): void;
  heif_js_decode_image2(
    handle: unknown,
    colourSpace: unknown,
    chroma: unknown,
  ): Promise<DecodedHeif> | DecodedHeif;
  heif_image_release(image: unknown): void;
}

/** What was read last stays with it, a copy of the file too, until its context is freed. */
interface HeifDecoder {
  decoder: unknown;
  decode(bytes: Uint8Array): readonly HeifImage[];
}

interface HeifImage {
  readonly handle: unknown;
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  has_alpha_channel(): boolean;
  free(): void;
}

interface DecodedHeif {
  readonly code?: unknown;
  readonly message?: string;
  readonly image?: unknown;
  readonly channels?: readonly {
    readonly id: unknown;
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
}

/** Decodes HEIC with libheif, sizes looked at before; synchronous WebAssembly, so only within a worker. */
export function createHeifReader(): {
  decode(content: Uint8Array): Promise<HeifPixels>;
  heldBytes(): number;
} {
  let library: Libheif | null = null;
  return {
    async decode(content) {
      library ??= load();
      const decoder = new library.HeifDecoder();
      const images = decoder.decode(content);
      try {
        const image = images.find((one) => one.is_primary()) ?? images[0];
        if (image === undefined) throw new Error('no picture in the HEIC file');
        const [width, height] = [image.get_width(), image.get_height()];
        if (!(width > 0 && height > 0)) throw new Error('a HEIC picture without size');
        if (width * height > mostPixels)
          throw new Error(`dimensions exceed the limit: ${width} × ${height} px`);
        return { ...(await decodeImage(library, image)), hasAlpha: image.has_alpha_channel() };
      } finally {
        for (const image of images) image.free();
        library.heif_context_free(decoder.decoder);
      }
    },
    heldBytes: () => library?.HEAPU8.length ?? 0,
  };
}

function load(): Libheif {
  const path = packageFile('libheif-js/libheif-wasm/libheif.js');
  // Safe: the package has no types of its own for what is used here; Libheif names it.
  const make = createRequire(import.meta.url)(path) as (options: { wasmBinary: Uint8Array }) => Libheif;
  return make({ wasmBinary: readFileSync(packageFile('libheif-js/libheif-wasm/libheif.wasm')) });
}

async function decodeImage(
  library: Libheif,
  image: HeifImage,
): Promise<Pick<HeifPixels, 'data' | 'width' | 'height'>> {
  const decoded = await library.heif_js_decode_image2(
    image.handle,
    library.heif_colorspace.heif_colorspace_RGB,
    library.heif_chroma.heif_chroma_interleaved_RGBA,
  );
  const plane = decoded.channels?.find(({ id }) => id === library.heif_channel.heif_channel_interleaved);
  if (plane === undefined) throw new Error(decoded.message ?? 'the HEIC picture cannot be decoded');
  try {
    const { width, height, stride } = plane;
    const data = new Uint8Array(width * height * 4);
    for (let y = 0; y < height; y += 1) {
      data.set(plane.data.subarray(y * stride, y * stride + width * 4), y * width * 4);
    }
    return { data, width, height };
  } finally {
    library.heif_image_release(decoded.image);
  }
}
