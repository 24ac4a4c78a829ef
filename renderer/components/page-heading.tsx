import { useEffect, useRef, type ReactNode } from 'react';
import './page-heading.css';

interface PageHeadingProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** The heading of a page: takes the focus when the page opens, so that screen readers begin there. */
export function PageHeading({ title, lead, actions }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isIdle = document.activeElement === null || document.activeElement === document.body;
    if (isIdle) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-heading">
      <div className="page-heading-words">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className="page-heading-lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </header>
  );
}
