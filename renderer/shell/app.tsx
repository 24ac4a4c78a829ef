import { ConfigProvider } from 'antd';
import enGB from 'antd/es/locale/en_GB';
import zhCN from 'antd/es/locale/zh_CN';
import { Suspense, useMemo } from 'react';
import { ExplainProvider } from '../components/explain-panel.tsx';
import { UndoNoticeProvider } from '../components/undo-notice.tsx';
import { useText } from '../text/use-text.ts';
import { antdTheme } from '../theme/antd-theme.ts';
import { useAppearance } from '../theme/appearance-context.tsx';
import { AppFrame } from './app-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useLanguage } from './language-context.tsx';
import { laterPage } from './later-page.tsx';
import { useRoute, type Route } from './routes.ts';
import { UnknownPage } from './unknown-page.tsx';

const pages = {
  home: laterPage(async () => (await import('../home/home-page.tsx')).HomePage),
  dossier: laterPage(async () => (await import('../dossier/dossier-page.tsx')).DossierPage),
  templates: laterPage(async () => (await import('../templates/templates-page.tsx')).TemplatesPage),
  clauses: laterPage(async () => (await import('../templates/clause-page.tsx')).ClausePage),
  data: laterPage(async () => (await import('../data/data-page.tsx')).DataPage),
  companies: laterPage(async () => (await import('../companies/companies-page.tsx')).CompaniesPage),
  company: laterPage(async () => (await import('../companies/company-detail-page.tsx')).CompanyDetailPage),
  people: laterPage(async () => (await import('../companies/person-page.tsx')).PersonPage),
  forms: laterPage(async () => (await import('../forms/form-page.tsx')).FormPage),
};
const { Page: HomePage } = pages.home;
const { Page: DossierPage } = pages.dossier;
const { Page: TemplatesPage } = pages.templates;
const { Page: ClausePage } = pages.clauses;
const { Page: DataPage } = pages.data;
const { Page: CompaniesPage } = pages.companies;
const { Page: CompanyDetailPage } = pages.company;
const { Page: PersonPage } = pages.people;
const { Page: FormPage } = pages.forms;

/** Loads the code of an address's page. What fails is told where the page is shown, which tries again. */
export async function loadPage(route: Route): Promise<void> {
  if (route.page === 'unknown') return;
  const page = route.page === 'companies' && route.company !== undefined ? pages.company : pages[route.page];
  await page.load().catch(() => undefined);
}

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
