/**
 * The program of the worker in which the characters of a PDF are read with where they stand: pdfium is synchronous WebAssembly, and a
 * hostile file may keep it busy for ever or make it abort. It is text because a bundler finds no second entry in text; it imports
 * nothing but the package whose files `workerData` names.
 */
export const pdfWordsWorkerSource = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');

// What pdfium's runtime prints when it aborts belongs to the error that is answered with, not on our output.
for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => undefined;

// A PDF of a kilobyte can ask for two gigabytes, which the thread's own limits do not count.
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > 512e6) throw new RangeError('over the memory of a reader');
  return grow.call(this, pages);
};

const bufferOf = (path) => {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};

const boldName = /bold|heavy|black|semibold|simhei|heiti|黑体/i;

// Bit 0 bold, by weight or by the font's name; bit 1 coloured.
function lookOf(module, text, index, place) {
  const length = module._FPDFText_GetFontInfo(text, index, place + 32, 120, 0);
  const name = length > 1 && length <= 120 ? Buffer.from(module.HEAPU8.buffer, place + 32, length - 1).toString('utf8') : '';
  const isBold = module._FPDFText_GetFontWeight(text, index) >= 600 || boldName.test(name);
  let isColoured = false;
  if (module._FPDFText_GetFillColor(text, index, place + 16, place + 20, place + 24, place + 28)) {
    const [red, green, blue] = new Uint32Array(module.HEAPU8.buffer, place + 16, 3);
    isColoured = Math.max(red, green, blue) - Math.min(red, green, blue) > 60;
  }
  return (isBold ? 1 : 0) | (isColoured ? 2 : 0);
}

function readPage(page, most) {
  const { module, pageIdx } = page;
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const text = module._FPDFText_LoadPage(pageIdx);
  if (!text) throw new Error('Failed to load the text of a page');
  const place = module.wasmExports.malloc(160);
  const known = new Map();
  try {
    const count = Math.max(0, Math.min(module._FPDFText_CountChars(text), most));
    const codes = new Uint32Array(count);
    const boxes = new Float32Array(count * 5);
    const looks = new Uint8Array(count);
    for (let index = 0; index < count; index += 1) {
      codes[index] = module._FPDFText_GetUnicode(text, index);
      if (!module._FPDFText_GetLooseCharBox(text, index, place)) continue;
      const [left, top, right, bottom] = new Float32Array(module.HEAPU8.buffer, place, 4);
      boxes.set([left, top, right, bottom, module._FPDFText_GetFontSize(text, index)], index * 5);
      // The characters of one object look alike.
      const object = module._FPDFText_GetTextObject(text, index);
      let look = object === 0 ? undefined : known.get(object);
      if (look === undefined) {
        look = lookOf(module, text, index, place);
        if (object !== 0) known.set(object, look);
      }
      looks[index] = look;
    }
    return { width, height, codes, boxes, looks };
  } finally {
    module.wasmExports.free(place);
    module._FPDFText_ClosePage(text);
  }
}

async function read({ path, mostCharacters, mostPages }) {
  const { PDFiumLibrary } = require(workerData.pdfium);
  const library = await PDFiumLibrary.init({ wasmBinary: bufferOf(workerData.pdfiumWasm) });
  const pdf = await library.loadDocument(new Uint8Array(bufferOf(path)));
  const count = pdf.getPageCount();
  const pages = [];
  let left = mostCharacters;
  for (let index = 0; index < Math.min(count, mostPages) && left > 0; index += 1) {
    const page = readPage(pdf.getPage(index), left);
    left -= page.codes.length;
    pages.push(page);
  }
  return { count, pages };
}

read(workerData.input).then(
  (value) => parentPort.postMessage({ value }, value.pages.flatMap((page) => [page.codes.buffer, page.boxes.buffer, page.looks.buffer])),
  (error) => parentPort.postMessage({ error: error instanceof Error ? error.message : String(error) }),
);
`;
