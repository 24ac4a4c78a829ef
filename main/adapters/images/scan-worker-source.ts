/**
 * The program of the worker in which PDFs are drawn and page codes read: pdfium and zxing are synchronous
 * WebAssembly, and a hostile file may keep them busy for ever or make them abort. A worker can be ended; the
 * program around it lives on. It is text because a bundler finds no second entry in text; it imports nothing
 * but the packages whose files `workerData` names, and fetches nothing.
 */
export const scanWorkerSource = `'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');

// What pdfium's runtime prints when it aborts belongs to the error that the job answers with, not on our output.
for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => undefined;

const wasmOf = (path) => {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
};

let library = null;
let pdf = null;
let readBarcodes = null;
let isSpent = false;

const jobs = {
  async open({ path, bytes }) {
    if (library === null) {
      const { PDFiumLibrary } = require(workerData.pdfium);
      library = await PDFiumLibrary.init({ wasmBinary: wasmOf(workerData.pdfiumWasm) });
    }
    const content = bytes ?? readFileSync(path);
    isSpent ||= content.length > 20_000_000;
    pdf = await library.loadDocument(content);
    return { pages: pdf.getPageCount() };
  },
  async close() {
    if (pdf !== null) pdf.destroy();
    pdf = null;
    return { isSpent };
  },
  async page({ index, dpi, longSidePx, maxPx }) {
    const page = pdf.getPage(index);
    const { originalWidth: widthPt, originalHeight: heightPt } = page.getOriginalSize();
    if (!(widthPt > 0 && heightPt > 0 && Number.isFinite(widthPt + heightPt))) {
      throw new Error('Page ' + (index + 1) + ' cannot be loaded');
    }
    const longPt = Math.max(widthPt, heightPt);
    const scale = Math.min(dpi === undefined ? longSidePx / longPt : dpi / 72, maxPx / longPt);
    const width = Math.max(1, Math.round(widthPt * scale));
    const height = Math.max(1, Math.round(heightPt * scale));
    const text = page.getText();
    const { data } = await page.render({ scale: 1, width, height, render: 'bitmap' });
    return { widthPt, heightPt, width, height, hasText: text.trim() !== '', data };
  },
  async text({ maxCharacters, maxPages }) {
    const parts = [];
    let length = 0;
    for (let index = 0; index < Math.min(pdf.getPageCount(), maxPages) && length < maxCharacters; index += 1) {
      const page = pdf.getPage(index);
      const text = page.getText();
      await page.render({ scale: 1, width: 1, height: 1, render: 'bitmap' });
      parts.push(text);
      length += text.length + 1;
    }
    return parts.join('\\n').slice(0, maxCharacters);
  },
  async codes({ data, width, height }) {
    if (readBarcodes === null) {
      const zxing = require(workerData.zxing);
      zxing.prepareZXingModule({ overrides: { wasmBinary: wasmOf(workerData.zxingWasm) } });
      readBarcodes = zxing.readBarcodes;
    }
    const found = await readBarcodes(
      { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength), width, height, colorSpace: 'srgb' },
      { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: 8 },
    );
    return found.filter((one) => one.isValid).map(({ text, position }) => ({ text, position }));
  },
};

parentPort.on('message', ({ id, job, input }) => {
  jobs[job](input).then(
    (value) => parentPort.postMessage({ id, value }, value && value.data ? [value.data.buffer] : []),
    (error) => parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
`;
