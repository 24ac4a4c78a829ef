/// <reference types="vite/client" />
import type { Bridge } from './client/bridge.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly yinqi?: Bridge;
  }
}
