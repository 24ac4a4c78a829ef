import { chromium, type Browser } from 'playwright';
import { requireChromium } from './system-programs.ts';

/** Flags that keep Chromium from speaking to anyone but this machine. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the Chromium that this machine has, without a window; every other host than 127.0.0.1 is unreachable for it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await requireChromium(), args: quiet });
}
