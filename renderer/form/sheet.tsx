import { useId, type ReactNode } from 'react';
import './sheet.css';

interface SheetProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A titled sheet of a form: what belongs together stands together. */
export function Sheet({ title, lead, children }: SheetProps) {
  const id = useId();
  return (
    <section className="sheet" aria-labelledby={id}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      {children}
    </section>
  );
}
