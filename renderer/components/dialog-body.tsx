import type { ReactNode } from 'react';
import './dialog-body.css';

interface DialogBodyProps {
  /** The title of the dialog. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What of a dialog scrolls, by keyboard too, while its title and its buttons stay in sight. */
export function DialogBody({ label, children }: DialogBodyProps) {
  return (
    <div className="dialog-body" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
