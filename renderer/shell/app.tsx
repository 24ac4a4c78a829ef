import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import { lazy, Suspense, useMemo } from 'react';
import { ExplainProvider } from '../components/explain-panel.tsx';
import { UndoNoticeProvider } from '../components/undo-notice.tsx';
import { useText } from '../text/use-text.ts';
import { antdTheme } from '../theme/antd-theme.ts';
import { useAppearance } from '../theme/appearance-context.tsx';
import { AppFrame } from './app-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useLanguage } from './language-context.tsx';
import { useRoute } from './routes.ts';
import { UnknownPage } from './unknown-page.tsx';

const HomePage = lazy(async () => ({ default: (await import('../home/home-page.tsx')).HomePage }));
const DossierPage = lazy(async () => ({
  default: (await import('../dossier/dossier-page.tsx')).DossierPage,
}));
const TemplatesPage = lazy(async () => ({
  default: (await import('../templates/templates-page.tsx')).TemplatesPage,
}));
const ClausePage = lazy(async () => ({ default: (await import('../templates/clause-page.tsx')).ClausePage }));
const DataPage = lazy(async () => ({ default: (await import('../data/data-page.tsx')).DataPage }));
const CompaniesPage = lazy(async () => ({
  default: (await import('../companies/companies-page.tsx')).CompaniesPage,
}));
const CompanyDetailPage = lazy(async () => ({
  default: (await import('../companies/company-detail-page.tsx')).CompanyDetailPage,
}));
const PersonPage = lazy(async () => ({ default: (await import('../companies/person-page.tsx')).PersonPage }));
const FormPage = lazy(async () => ({ default: (await import('../forms/form-page.tsx')).FormPage }));

/** The whole window: the frame, and in it the page of the address. */
export function App() {
  const { language } = useLanguage();
  const { palette } = useAppearance();
  const theme = useMemo(() => antdTheme(palette), [palette]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
    >
      <ExplainProvider>
        <UndoNoticeProvider>
          <AppFrame>
            <CurrentPage />
          </AppFrame>
        </UndoNoticeProvider>
      </ExplainProvider>
    </ConfigProvider>
  );
}

function CurrentPage() {
  const t = useText('shell');
  const route = useRoute();
  const letter =
    route.page === 'templates' || route.page === 'forms'
      ? route.letter
      : route.page === 'clauses'
        ? route.clause
        : undefined;
  const kept =
    route.page === 'companies' ? route.company : route.page === 'people' ? route.person : undefined;
  const place =
    route.page === 'dossier' ? `${route.dossier}/${route.step}` : `${route.page}/${letter ?? kept ?? ''}`;
  return (
    <ErrorBoundary place={place}>
      <Suspense fallback={<p className="soft">{t('loading')}</p>}>
        {route.page === 'home' ? <HomePage /> : null}
        {route.page === 'dossier' ? (
          <DossierPage key={route.dossier} dossier={route.dossier} step={route.step} />
        ) : null}
        {route.page === 'templates' ? <TemplatesPage key={letter ?? ''} letter={letter} /> : null}
        {route.page === 'clauses' ? <ClausePage key={route.clause} clause={route.clause} /> : null}
        {route.page === 'forms' ? <FormPage key={route.letter} letter={route.letter} /> : null}
        {route.page === 'data' ? <DataPage /> : null}
        {route.page === 'companies' && route.company === undefined ? <CompaniesPage /> : null}
        {route.page === 'companies' && route.company !== undefined ? (
          <CompanyDetailPage key={route.company} company={route.company} />
        ) : null}
        {route.page === 'people' ? <PersonPage key={route.person} person={route.person} /> : null}
        {route.page === 'unknown' ? <UnknownPage /> : null}
      </Suspense>
    </ErrorBoundary>
  );
}
