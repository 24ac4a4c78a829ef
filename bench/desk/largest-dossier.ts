import type { FieldEdit } from '../../main/contract/dossier.ts';

/**
 * What makes a dossier of the sample as large as they come: every category of its platform, forty other parties, two hundred
 * permissions, a description of 4,000 characters.
 */
export const enlargingEdits = (categories: readonly string[]): readonly FieldEdit[] => [
  { path: ['categories'], value: categories },
  {
    path: ['app', 'description'],
    value: '把主持人在会中记下的要点、结论和待办按议题归类。'.repeat(174).slice(0, 4000),
  },
  {
    path: ['app', 'permissions'],
    value: Array.from({ length: 200 }, (_, index) => ({
      name: `权限 ${index + 1}`,
      purpose: '显示会议主题和时间，写入纪要的抬头',
    })),
  },
  {
    path: ['parties'],
    value: Array.from({ length: 40 }, (_, index) => ({
      role: 'licensor',
      kind: 'company',
      name: `深圳市授权方${index + 1}科技有限公司`,
      representative: '王五',
    })),
  },
];
