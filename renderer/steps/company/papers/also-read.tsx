import { useState } from 'react';
import { paperKindTitles, particularTitles } from '../../../../main/contract/paper-titles.ts';
import type { FieldSuggestion, ReadPaper } from '../../../../main/contract/read-paper.ts';
import { useLanguage } from '../../../shell/language-context.tsx';
import { useText } from '../../../text/use-text.ts';
import { nameOfPath } from '../../files/slot.ts';
import { clarityOf } from './confidence.ts';
import { PaperCut } from './paper-cut.tsx';

interface AlsoReadProps {
  readonly papers: readonly ReadPaper[];
  readonly suggestions: readonly FieldSuggestion[];
}

/** What the papers say beside the form's fields, and what their QR codes hold: to be looked at, never opened. */
export function AlsoRead({ papers, suggestions }: AlsoReadProps) {
  const t = useText('papers');
  const [isOpen, setOpen] = useState(false);
  if (papers.length === 0) return null;
  return (
    <>
      <details className="papers-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('alsoTitle', { count: papers.length })}</summary>
        {isOpen
          ? papers.map((paper) => <PaperWords key={paper.path} paper={paper} suggestions={suggestions} />)
          : null}
      </details>
      {papers.flatMap(({ path, codes }) =>
        codes.map((code) => (
          <div key={JSON.stringify([path, code.page, code.box])} className="paper-code">
            <p className="small">
              {t('code', { name: nameOfPath(path), page: code.page + 1 })}{' '}
              <span className="faint">{t('codeNote')}</span>
            </p>
            <p className="mono break">{code.text}</p>
          </div>
        )),
      )}
    </>
  );
}

interface PaperWordsProps {
  readonly paper: ReadPaper;
  readonly suggestions: readonly FieldSuggestion[];
}

function PaperWords({ paper, suggestions }: PaperWordsProps) {
  const t = useText('papers');
  const { language } = useLanguage();
  const used = new Set(suggestions.filter(({ path }) => path === paper.path).map((one) => one.particular));
  const others = paper.particulars.filter(({ particular }) => !used.has(particular));
  const words = paper.pages.flatMap(({ pieces }) => pieces).map(({ text }) => text);
  return (
    <section className="paper-words">
      <h3>
        {paperKindTitles[paper.kind][language]}{' '}
        <span className="small faint break">{nameOfPath(paper.path)}</span>
      </h3>
      {others.length === 0 ? (
        <p className="small soft">{t(words.length === 0 ? 'noWords' : 'nothingElse')}</p>
      ) : (
        <dl className="paper-particulars">
          {others.map((one) => (
            <div key={JSON.stringify([one.particular, one.page, one.box])}>
              <dt className="small faint">{particularTitles[one.particular][language]}</dt>
              <dd>
                <PaperCut paper={paper} page={one.page} box={one.box} />
                <p className="break">
                  {one.value} <span className="small faint">{t(`clarity.${clarityOf(one.confidence)}`)}</span>
                </p>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {paper.pageCount > paper.pages.length ? (
        <p className="small soft">{t('pagesRead', { read: paper.pages.length, count: paper.pageCount })}</p>
      ) : null}
    </section>
  );
}
