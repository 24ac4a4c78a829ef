import type { FailureInLanguage } from '../../main/contract/failure.ts';

/** A request that could not be served, with what the user can do about it. */
export class CallFailure extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(failure: FailureInLanguage) {
    super(failure.message);
    this.name = 'CallFailure';
    this.code = failure.code;
    this.hint = failure.hint;
  }
}

/** A fault of the program; `id` finds it in the host's log. */
export class CallBug extends Error {
  readonly id: string;

  constructor(id: string) {
    super(`bug ${id}`);
    this.name = 'CallBug';
    this.id = id;
  }
}

/** The host did not answer: it was stopped, or the page is no longer signed in to it. */
export class ConnectionLost extends Error {
  readonly isRefused: boolean;

  constructor(options: { readonly isRefused?: boolean; readonly cause?: unknown } = {}) {
    super('the host did not answer', { cause: options.cause });
    this.name = 'ConnectionLost';
    this.isRefused = options.isRefused ?? false;
  }
}

/** The user, or a newer request of the page, cancelled the call. */
export class CallCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'CallCancelled';
  }
}
