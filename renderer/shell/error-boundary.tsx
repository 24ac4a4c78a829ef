import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';

interface ErrorBoundaryProps {
  /** When it changes, the page is tried again. */
  readonly place: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  readonly place: string;
}

/** Shows a fault of the program as one, instead of an empty window; going elsewhere tries again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Crash error={this.state.error} />;
  }
}

function Crash({ error }: { readonly error: Error }) {
  const t = useText('shell');
  return (
    <section className="stack" role="alert">
      <h1>{t('crash.title')}</h1>
      <p className="soft">{t('crash.text')}</p>
      <pre className="small break" style={{ whiteSpace: 'pre-wrap' }}>
        {error.stack ?? error.message}
      </pre>
      <div className="row">
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
        <Button href="#/">{t('crash.home')}</Button>
      </div>
    </section>
  );
}
