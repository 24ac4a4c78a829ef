import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Step } from '../shell/routes.ts';

/** The page of each step, loaded when it is first opened. */
export const stepPages: Readonly<Record<Step, LazyExoticComponent<ComponentType>>> = {
  category: lazy(async () => ({
    default: (await import('../steps/category/category-page.tsx')).CategoryPage,
  })),
  requirements: lazy(async () => ({
    default: (await import('../steps/requirements/requirements-page.tsx')).RequirementsPage,
  })),
  company: lazy(async () => ({ default: (await import('../steps/company/company-page.tsx')).CompanyPage })),
  app: lazy(async () => ({ default: (await import('../steps/app/app-page.tsx')).AppPage })),
  letters: lazy(async () => ({ default: (await import('../steps/letters/letters-page.tsx')).LettersPage })),
  files: lazy(async () => ({ default: (await import('../steps/files/files-page.tsx')).FilesPage })),
  review: lazy(async () => ({ default: (await import('../steps/review/review-page.tsx')).ReviewPage })),
  bundle: lazy(async () => ({ default: (await import('../steps/bundle/bundle-page.tsx')).BundlePage })),
};
